import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { fromBuffer, type ZipFile } from "yauzl";

/** The files of a zip and their lines, read as JSON. */
export async function readArchive(archive: ReadableStream<Uint8Array>): Promise<Map<string, unknown[]>> {
  const bytes = Buffer.from(await new Response(archive).arrayBuffer());
  const zip: ZipFile = await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const files = new Map<string, unknown[]>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        text(stream).then((said) => {
          files.set(
            entry.fileName,
            said
              .split("\n")
              .filter((line) => line !== "")
              .map((line): unknown => JSON.parse(line)),
          );
          zip.readEntry();
        }, reject);
      }),
    );
    zip.once("end", () => resolve(files));
    zip.once("error", reject);
    zip.readEntry();
  });
}
