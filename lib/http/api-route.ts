import type { z } from "zod";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import type { Context } from "@/lib/context";
import { database } from "@/lib/database";
import { AppError, toErrorData } from "@/lib/errors";
import { chooseLocale } from "@/lib/i18n/locale";
import { answerOnce } from "@/lib/idempotency/answer-once";
import { requestName } from "@/lib/idempotency/request-name";
import { newId } from "@/lib/ids";
import { openKey } from "@/lib/keys/open-key";
import { log } from "@/lib/log";
import { apiErrorBody } from "@/lib/openai-api/api-error-body";
import { apiErrorStatus } from "@/lib/openai-api/api-error-status";
import { messagesErrorBody } from "@/lib/openai-api/messages-error-body";
import { parse } from "@/lib/parse";
import type { KeyScope } from "@/lib/permissions/key-scopes";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import { parseApiJson, readApiBody } from "./read-api-json";

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

/** Serves a program that comes with a key: whatever goes wrong is told in its wire's own shape. */
export async function serveProgram<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  { scope, params, query, body, wire = "openai" }: ApiRouteOptions<Params, Query, Body>,
  handle: (context: Context, input: ApiInput<Params, Query, Body>) => Promise<Response>,
  request: Request,
  segment: { params: Promise<unknown> },
): Promise<Response> {
  const requestId = newId();
  try {
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
    const open = () => openKey(database(), { token: tokenOf(request), address, scope, requestId });
    const openedAt = performance.now();
    const opened = await open();
    if (request.method !== "GET") requireStandingTeam(opened.actor);
    const name = body && requestName(request.headers);
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
    return refuse(error, request, requestId, wire);
  }
}

function refuse(error: unknown, request: Request, requestId: string, wire: "openai" | "anthropic"): Response {
  if (!(error instanceof AppError)) log().error({ requestId, err: error }, "unexpected failure");
  const locale = chooseLocale(undefined, request.headers.get("accept-language"));
  const headers = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  if (error instanceof AppError && error.retryAfterMs !== null)
    headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1000)));
  const bodyOf = wire === "anthropic" ? messagesErrorBody : apiErrorBody;
  return Response.json(bodyOf(error, locale), {
    status: apiErrorStatus(toErrorData(error)),
    headers,
  });
}

/** As OpenAI's libraries send it, or as Anthropic's do. */
function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return bearer ?? request.headers.get("x-api-key")?.trim();
}
