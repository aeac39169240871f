import type { z } from "zod";
import { type CallIdentity, classifyError } from "./classify-error";
import type { Connection } from "./vendor";

/** GET a vendor's JSON and check its shape.
 *  @throws AppError `vendor_*`. */
export async function getJson<Schema extends z.ZodType>(
  connection: Connection,
  path: string,
  headers: Record<string, string>,
  schema: Schema,
  call: CallIdentity,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  try {
    const response = await connection.fetch(joinUrl(connection.baseUrl, path), {
      headers: { accept: "application/json", ...headers },
      signal,
    });
    const body = await response.text();
    if (!response.ok) throw httpFailure(response, body);
    return schema.parse(JSON.parse(body));
  } catch (error) {
    throw classifyJsonError(error, call);
  }
}

export function joinUrl(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/+$/, "") + path;
}

function httpFailure(response: Response, responseBody: string): Error {
  return Object.assign(new Error("the vendor refused"), {
    statusCode: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody,
  });
}

/** A reply in another shape is the mark of something else than the vendor's API answering. */
function classifyJsonError(error: unknown, call: CallIdentity): Error {
  const isShape = error instanceof Error && (error.name === "ZodError" || error.name === "$ZodError");
  return classifyError(isShape ? new SyntaxError("unexpected shape") : error, call);
}
