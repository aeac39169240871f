import type { z } from "zod";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import type { Context } from "@/lib/context";
import { database } from "@/lib/database";
import { AppError } from "@/lib/errors";
import { answerOnce } from "@/lib/idempotency/answer-once";
import { requestName } from "@/lib/idempotency/request-name";
import { newId } from "@/lib/ids";
import { openKey } from "@/lib/keys/open-key";
import { parse } from "@/lib/parse";
import type { KeyScope } from "@/lib/permissions/key-scopes";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import { isFromPage, openSession } from "./open-session";
import { parseApiJson, readApiBody } from "./read-api-json";
import { refuseProgram } from "./refuse-program";

export interface ApiRouteOptions<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  auth: "api-key";
  scope: KeyScope;
  /** How failures are told; OpenAI's way unless it is given. */
  wire?: "openai" | "anthropic";
  params?: Params;
  query?: Query;
  body?: Body;
}

interface ApiInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
  request: Request;
}

const LOOK_AGAIN_AFTER_MS = 500;

/** Serves a program that comes with a key, or the page on which a person tries the API out: whatever goes wrong is told in its wire's own shape. */
export async function serveProgram<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  { scope, params, query, body, wire = "openai" }: ApiRouteOptions<Params, Query, Body>,
  handle: (context: Context, input: ApiInput<Params, Query, Body>) => Promise<Response>,
  request: Request,
  segment: { params: Promise<unknown> },
): Promise<Response> {
  const requestId = newId();
  try {
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
    const token = tokenOf(request);
    const isPersons = token === undefined && isFromPage(request);
    const open = (): Promise<Context> =>
      isPersons ? openSession(request, requestId) : openKey(database(), { token, address, scope, requestId });
    const openedAt = performance.now();
    const opened = await open();
    if (request.method !== "GET") requireStandingTeam(opened.actor);
    const name = body && requestName(request.headers);
    if (name != null && isPersons)
      throw new AppError("invalid_input", { field: "Idempotency-Key", problem: "needs a key" });
    const bytes = body && (await readApiBody(request));
    const given = {
      params: params ? parse(params, await segment.params) : undefined,
      query: query ? parse(query, Object.fromEntries(new URL(request.url).searchParams)) : undefined,
      body: body && bytes ? parse(body, parseApiJson(bytes)) : undefined,
    };
    // A key may have been revoked while a body was sent slowly.
    const context = performance.now() - openedAt > LOOK_AGAIN_AFTER_MS ? await open() : opened;
    const input = { ...given, request } as ApiInput<Params, Query, Body>;
    const { pathname: path } = new URL(request.url);
    const response =
      name == null || !bytes
        ? await handle(context, input)
        : await answerOnce(context, { name, path, body: bytes }, () => handle(context, input));
    response.headers.set("x-request-id", requestId);
    response.headers.set("x-content-type-options", "nosniff");
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  } catch (error) {
    return refuseProgram(error, request, requestId, wire);
  }
}

/** As OpenAI's libraries send it, or as Anthropic's do. */
function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return bearer ?? request.headers.get("x-api-key")?.trim();
}
