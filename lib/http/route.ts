import type { z } from "zod";
import { sessionCookieName } from "@/lib/auth/session-token";
import { findViewer, TEAM_COOKIE } from "@/lib/auth/viewer";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locale";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { type ApiRouteOptions, serveProgram } from "./api-route";
import { readCookie } from "./cookies";
import { errorResponse } from "./error-response";
import { readJson } from "./read-json";
import { requireSameOrigin } from "./same-origin";

interface SessionOptions<Params extends z.ZodType, Body extends z.ZodType> {
  auth: "session";
  params?: Params;
  body?: Body;
  maxBodyBytes?: number;
}

type RouteOptions<Params extends z.ZodType, Body extends z.ZodType> =
  | SessionOptions<Params, Body>
  | ApiRouteOptions<Params, Body>;

interface RouteInput<Params extends z.ZodType, Body extends z.ZodType> {
  params: z.output<Params>;
  body: z.output<Body>;
  request: Request;
}

type NextRoute = (request: Request, segment: { params: Promise<unknown> }) => Promise<Response>;

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The one way to serve an HTTP request, of a person or of a program with a key: signs in, checks where it comes from, parses, calls one use case, and
 *  turns every failure into the same JSON error. */
export function route<Params extends z.ZodType, Body extends z.ZodType>(
  options: RouteOptions<Params, Body>,
  handle: (context: Context, input: RouteInput<Params, Body>) => Promise<Response>,
): NextRoute {
  if (options.auth === "api-key")
    return (request, segment) => serveProgram(options, handle, request, segment);
  return async (request, segment) => {
    const requestId = newId();
    try {
      if (request.method !== "GET") requireSameOrigin(request, new URL(env().AUTH_URL).origin);
      const viewer = await findViewer({
        session: readCookie(request, sessionCookieName()),
        team: readCookie(request, TEAM_COOKIE),
        requestId,
      });
      if (!viewer) throw new AppError("unauthenticated");
      const params = options.params ? parse(options.params, await segment.params) : undefined;
      const body = options.body
        ? parse(options.body, await readJson(request, options.maxBodyBytes ?? MAX_BODY_BYTES))
        : undefined;
      const response = await handle(viewer.context, { params, body, request } as RouteInput<Params, Body>);
      response.headers.set("x-request-id", requestId);
      response.headers.set("x-content-type-options", "nosniff");
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      const locale = chooseLocale(readCookie(request, LOCALE_COOKIE), request.headers.get("accept-language"));
      return errorResponse(error, locale, requestId);
    }
  };
}
