import { AppError } from "@/lib/errors";

/** A base URL as it is kept: no trailing slash, nothing secret in it.
 *  @throws AppError `invalid_input` */
export function normalizeBaseUrl(text: string): string {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) {
    throw new AppError("invalid_input", {
      field: "baseUrl",
      problem: "an http or https address such as https://api.example.com/v1, without a name or password",
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** The host as it is allowed: with its port, so that its neighbours are not. */
export function hostOf(baseUrl: string): string {
  const { hostname, port, protocol } = new URL(baseUrl);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}
