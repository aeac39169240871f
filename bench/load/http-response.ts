export interface HttpResponse {
  status: number;
  body: Buffer;
}

const HEAD_END = "\r\n\r\n";
const LINE_END = "\r\n";

/** The status that a response begins with; null while its head is not there. */
export function statusOf(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const status = /^HTTP\/1\.1 (\d{3})/.exec(bytes.toString("latin1", 0, headEnd))?.[1];
  if (status === undefined) throw new RangeError("this is no HTTP");
  return Number(status);
}

/** A whole response in chunked transfer coding (RFC 9112, 7.1), without trailers.
 *  @throws RangeError on a response of another kind, and on one that was cut. */
export function readResponse(bytes: Buffer): HttpResponse {
  const status = statusOf(bytes);
  if (status === null) throw new RangeError("the response has no head");
  const headEnd = bytes.indexOf(HEAD_END);
  if (!/^transfer-encoding: chunked$/im.test(bytes.toString("latin1", 0, headEnd)))
    throw new RangeError("the response is not in chunks");
  return { status, body: Buffer.concat(readChunks(bytes, headEnd + HEAD_END.length)) };
}

function readChunks(bytes: Buffer, from: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    const size = lineEnd < 0 ? "" : bytes.toString("latin1", at, lineEnd);
    if (!/^[0-9a-f]+$/i.test(size)) throw new RangeError("the response was cut");
    const begin = lineEnd + LINE_END.length;
    const end = begin + Number.parseInt(size, 16);
    if (end + LINE_END.length > bytes.length) throw new RangeError("the response was cut");
    if (end === begin) return chunks;
    chunks.push(bytes.subarray(begin, end));
    at = end + LINE_END.length;
  }
}
