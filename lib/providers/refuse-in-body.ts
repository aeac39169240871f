/** The same fetch, for chat wires: a reply that says 200 and carries an error where a stream was to be is given out as the
 *  refusal that it is. Baidu and Spark answer so; read as a stream it would be an answer of nothing. */
export function refuseInBody(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const isJson = response.headers.get("content-type")?.includes("application/json") ?? false;
    if (!response.ok || !isJson) return response;
    const body = await response.text();
    return new Response(body, { status: isRefusal(body) ? 400 : response.status, headers: response.headers });
  };
}

function isRefusal(body: string): boolean {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said !== "object" || said === null || "choices" in said) return false;
    return ["error", "error_code", "code", "Response"].some((field) => field in said);
  } catch {
    // Whatever it is, the SDK will say that it is malformed.
    return false;
  }
}
