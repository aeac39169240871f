import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

/** Replaced at build time by next.config.ts. */
declare const WYE_DEVELOPMENT: boolean;

/** Next puts the nonce of the request's policy on its own scripts; the layout reads it from `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, development: WYE_DEVELOPMENT });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  if (request.nextUrl.pathname.startsWith("/shared/")) {
    // The address is the secret: it is in no index, no cache, and told to no other page.
    response.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
    response.headers.set("referrer-policy", "no-referrer");
  }
  if (isHttps(request)) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

/** Behind a reverse proxy the outer scheme is only in the forwarded header. */
function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"],
};
