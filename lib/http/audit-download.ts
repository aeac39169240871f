import { streamText } from "./stream-text";

/** Entries of an audit, one a line, as a file with today's date. */
export function auditDownload(lines: AsyncGenerator<string>, name: string): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamText(lines), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-${day}.jsonl"`,
    },
  });
}
