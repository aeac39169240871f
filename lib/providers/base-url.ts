import { AppError } from "@/lib/errors";
import { isBaseUrl } from "./credential-rules";

/** Servers that speak OpenAI's wire below `/v1`, and that people know by host and port alone. */
const BELOW_V1: readonly string[] = ["ollama", "lmstudio"];

/** A base URL as it is kept: no trailing slash, nothing secret in it.
 *  @throws AppError `invalid_input` */
export function normalizeBaseUrl(text: string, vendorId: string): string {
  const trimmed = text.trim();
  if (!isBaseUrl(trimmed)) {
    throw new AppError("invalid_input", {
      field: "baseUrl",
      problem: "an http or https address such as https://api.example.com/v1, without a name or password",
    });
  }
  const url = new URL(trimmed);
  const path = url.pathname === "/" && BELOW_V1.includes(vendorId) ? "/v1" : url.pathname;
  return `${url.origin}${path}`.replace(/\/+$/, "");
}

/** The host as it is allowed: with its port, so that its neighbours are not. */
export function hostOf(baseUrl: string): string {
  const { hostname, port, protocol } = new URL(baseUrl);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}
