import { AppError } from "@/lib/errors";

/** Pictures come within the request. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** What nests deeper is no request, and would cost those who read it their stack. */
const MAX_DEPTH = 200;

/** A program's JSON body.
 *  @throws AppError `too_large`, or `invalid_input` for what is not JSON in UTF-8, or nests too deep */
export async function readApiJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw new AppError("too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new AppError("too_large");
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (isTooDeep(bytes)) throw notJson("nested too deep");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson("not JSON", cause);
  }
}

const notJson = (problem: string, cause?: unknown) =>
  new AppError("invalid_input", { field: "", problem }, { cause });

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (OPENS.has(byte)) {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (CLOSES.has(byte)) depth--;
  }
  return false;
}
