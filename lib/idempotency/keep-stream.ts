interface Ends {
  /** It ended as its wire ends what went well. Waited for before the client sees that end. @param bytes null: too many */
  whole(bytes: Uint8Array | null): Promise<void>;
  /** It broke off, or its client left. */
  broken(): Promise<void>;
}

/** How the wires end what went well: chat completions, messages, responses. Each stands in a write of its own. */
const LAST =
  /^(data: \[DONE\]|event: message_stop|event: response\.(completed|incomplete)|data: \{"type": ?"response\.(completed|incomplete)")/;

/** Passes a stream of events, and hands over what it was once it has ended. */
export function keepStream(
  stream: ReadableStream<Uint8Array>,
  mostBytes: number,
  { whole, broken }: Ends,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const kept: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const keep = (bytes: Uint8Array) => {
    size += bytes.byteLength;
    if (size > mostBytes) kept.length = 0;
    else kept.push(bytes);
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        if (!isWhole) await broken();
        throw error;
      });
      if (done) {
        if (!isWhole) await broken();
        controller.close();
        return;
      }
      keep(value);
      if (!isWhole && isLast(value)) {
        isWhole = true;
        await whole(size > mostBytes ? null : Buffer.concat(kept));
      }
      controller.enqueue(value);
    },
    async cancel(reason) {
      await reader.cancel(reason);
      if (!isWhole) await broken();
    },
  });
}

const isLast = (bytes: Uint8Array): boolean =>
  LAST.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));
