import type { z } from "zod";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locale";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import type { StepUpAct } from "@/lib/permissions/step-up";
import { type ApiRouteOptions, serveProgram } from "./api-route";
import { readCookie } from "./cookies";
import { errorResponse } from "./error-response";
import { type PublicInput, type PublicRouteOptions, servePublic } from "./public-route";
import { readJson } from "./read-json";
import { requireSession } from "./require-session";
import { requireSameOrigin } from "./same-origin";
import { withShape } from "./shape";

interface SessionOptions<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  auth: "session";
  params?: Params;
  /** What stands behind the `?`; each name once. */
  query?: Query;
  body?: Body;
  maxBodyBytes?: number;
  /** Served while the team is being deleted too, as GET is. */
  whileEnding?: true;
  /** Served to a person whom no team has too: it is about nothing but the person. */
  teamless?: true;
  /** Served only to who has lately shown who they are. */
  stepUp?: StepUpAct;
}

type RouteOptions<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> =
  | SessionOptions<Params, Query, Body>
  | ApiRouteOptions<Params, Query, Body>;

interface RouteInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
  request: Request;
}

type Handle<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = (
  context: Context,
  input: RouteInput<Params, Query, Body>,
) => Promise<Response>;
type NextRoute = (request: Request, segment: { params: Promise<unknown> }) => Promise<Response>;

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const LOOK_AGAIN_AFTER_MS = 500;

/** The one way to serve an HTTP request, of a person or of a program with a key: signs in, checks where it comes from, parses, calls one use case, and
 *  turns every failure into the same JSON error. */
export function route(
  options: PublicRouteOptions,
  handle: (input: PublicInput) => Promise<Response>,
): NextRoute;
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  options: RouteOptions<Params, Query, Body>,
  handle: Handle<Params, Query, Body>,
): NextRoute;
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  options: RouteOptions<Params, Query, Body> | PublicRouteOptions,
  handle: Handle<Params, Query, Body> | ((input: PublicInput) => Promise<Response>),
): NextRoute {
  if (options.auth !== "nobody") return signedRoute(options, handle as Handle<Params, Query, Body>);
  const serve = handle as (input: PublicInput) => Promise<Response>;
  const nothing = { params: undefined, query: undefined, body: undefined };
  return withShape<NextRoute>((request) => servePublic(serve, request), { kind: "route", ...nothing });
}

function signedRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  options: RouteOptions<Params, Query, Body>,
  handle: Handle<Params, Query, Body>,
): NextRoute {
  const { params, query, body } = options;
  const stepUp = options.auth === "session" ? options.stepUp : undefined;
  const shape = { kind: "route", params, query, body, stepUp } as const;
  if (options.auth === "api-key")
    return withShape<NextRoute>((request, segment) => serveProgram(options, handle, request, segment), shape);
  const serve: NextRoute = async (request, segment) => {
    const requestId = newId();
    try {
      if (request.method !== "GET") requireSameOrigin(request, new URL(env().AUTH_URL).origin);
      const allowedAt = performance.now();
      const context = await requireSession(request, requestId, options);
      if (request.method !== "GET" && options.whileEnding !== true) requireStandingTeam(context.actor);
      const params = options.params ? parse(options.params, await segment.params) : undefined;
      const query = options.query
        ? parse(options.query, Object.fromEntries(new URL(request.url).searchParams))
        : undefined;
      const body = options.body
        ? parse(options.body, await readJson(request, options.maxBodyBytes ?? MAX_BODY_BYTES))
        : undefined;
      // Whoever sends slowly may have lost access meanwhile.
      const isLongAgo = performance.now() - allowedAt > LOOK_AGAIN_AFTER_MS;
      const current = isLongAgo ? await requireSession(request, requestId, options) : context;
      const response = await handle(current, { params, query, body, request } as RouteInput<
        Params,
        Query,
        Body
      >);
      response.headers.set("x-request-id", requestId);
      response.headers.set("x-content-type-options", "nosniff");
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      const locale = chooseLocale(readCookie(request, LOCALE_COOKIE), request.headers.get("accept-language"));
      return errorResponse(error, locale, requestId);
    }
  };
  return withShape(serve, shape);
}
