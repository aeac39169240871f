/** A file that the browser keeps under a name with today's date. */
export function download(body: ReadableStream<Uint8Array>, name: string): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}-${day}.zip"`,
    },
  });
}
