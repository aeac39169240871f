import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { ArchiveFile } from "./archive-file";

const MANIFEST = "manifest.json";

/** A zip of these files that is made while it is read: one page of one file is in memory at a time, and who stops
 *  reading stops the making. Its last file says how many lines each of the others has, and what `facts` add. */
export function zipLines(
  files: readonly ArchiveFile[],
  facts: () => Promise<object>,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const counts: Record<string, number> = {};
  const open = new Set<Readable>();
  const add = (name: string, lines: () => AsyncIterable<string>): void =>
    zip.addReadStreamLazy(name, { compress: true }, (give) => {
      const stream = Readable.from(buffersOf(lines()));
      open.add(stream);
      stream.once("close", () => open.delete(stream));
      give(null, stream);
    });
  for (const { name, lines } of files) add(name, () => counted(name, lines(), counts));
  add(MANIFEST, () => manifest(counts, facts));
  zip.end();
  const output = zip.outputStream;
  zip.on("error", (error: Error) => {
    if (output instanceof Readable) output.destroy(error);
  });
  const chunks = output[Symbol.asyncIterator]();
  const end = (): void => {
    for (const stream of open) stream.destroy();
    ended();
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done !== true) return controller.enqueue(typeof value === "string" ? Buffer.from(value) : value);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await chunks.return?.();
    },
  });
}

async function* counted(
  name: string,
  lines: AsyncIterable<string>,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  let count = 0;
  counts[name] = count;
  for await (const line of lines) {
    counts[name] = ++count;
    yield line;
  }
}

async function* manifest(counts: object, facts: () => Promise<object>): AsyncGenerator<string> {
  yield JSON.stringify({ format: 1, ...(await facts()), lines: counts });
}

async function* buffersOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(`${line}\n`);
}
