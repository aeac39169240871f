import { z } from "zod";
import { type Operation, routePath, servedAction } from "./operations";

export interface Answer {
  status: number;
  /** Of `lib/errors.ts`; null when it was not refused. */
  code: string | null;
  body: string;
}

const Parts = z.object({
  params: z.record(z.string(), z.unknown()).default({}),
  query: z.record(z.string(), z.unknown()).default({}),
  body: z.unknown().optional(),
});

/** Asks a server for an operation, as a browser does that is signed in. */
export async function ask(
  serverUrl: string,
  operation: Operation,
  input: unknown,
  session: string,
): Promise<Answer> {
  const request =
    operation.shape.kind === "route" ? routeRequest(operation, input) : actionRequest(operation, input);
  const response = await fetch(new URL(request.path, serverUrl), {
    ...request.init,
    redirect: "manual",
    headers: {
      ...request.headers,
      cookie: `authjs.session-token=${session}; wye-locale=en`,
      origin: new URL(serverUrl).origin,
    },
  });
  const body = await response.text();
  return { status: response.status, code: codeOf(body), body };
}

interface Request {
  path: string;
  init: { method: string; body?: string };
  headers: Record<string, string>;
}

function routeRequest({ file, exportedName }: Operation, input: unknown): Request {
  const { params, query, body } = Parts.parse(input);
  const path = routePath(file).replaceAll(/\[([^\]]+)\]/g, (_, name: string) => String(params[name] ?? ""));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return {
    path: search.size > 0 ? `${path}?${search}` : path,
    init: { method: exportedName, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    headers: { "content-type": "application/json" },
  };
}

/** Next's own form of a call from a page. */
function actionRequest(operation: Operation, input: unknown): Request {
  const served = servedAction(operation);
  if (served === null) throw new Error(`${operation.file}: no page has the action ${operation.exportedName}`);
  return {
    path: served.page,
    init: { method: "POST", body: JSON.stringify([input === undefined ? "$undefined" : input]) },
    headers: {
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      "next-action": served.id,
    },
  };
}

function codeOf(body: string): string | null {
  return /"error":\{"code":"([a-z_]+)"/.exec(body)?.[1] ?? null;
}
