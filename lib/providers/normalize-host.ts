import { AppError } from "@/lib/errors";
import { hostOf } from "./base-url";

/** `host`, which is every port of it, or `host:port` where the text names a port or a scheme, which implies one;
 *  lower case, without anything else.
 *  @throws AppError `invalid_input` */
export function normalizeHost(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes("://")) {
    const { hostname, port } = parse(`http://${trimmed}`);
    // A URL drops the port that its scheme implies, and no port is implied by both schemes.
    const named = port || parse(`https://${trimmed}`).port;
    return named === "" ? hostname : `${hostname}:${named}`;
  }
  const url = parse(trimmed);
  if (!["http:", "https:"].includes(url.protocol)) throw wrong();
  return hostOf(url.href);
}

function parse(text: string): URL {
  if (!URL.canParse(text)) throw wrong();
  return new URL(text);
}

function wrong(): AppError {
  return new AppError("invalid_input", {
    field: "host",
    problem: "a host such as localhost or 10.0.0.5:8000",
  });
}
