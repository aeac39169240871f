import { AppError } from "@/lib/errors";
import { isBaseUrl } from "./credential-rules";

/** A base URL as it is kept: no trailing slash, nothing secret in it.
 *  @throws AppError `invalid_input` */
export function normalizeBaseUrl(text: string): string {
  const trimmed = text.trim();
  if (!isBaseUrl(trimmed)) {
    throw new AppError("invalid_input", {
      field: "baseUrl",
      problem: "an http or https address such as https://api.example.com/v1, without a name or password",
    });
  }
  const url = new URL(trimmed);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** The host as it is allowed: with its port, so that its neighbours are not. */
export function hostOf(baseUrl: string): string {
  const { hostname, port, protocol } = new URL(baseUrl);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}
