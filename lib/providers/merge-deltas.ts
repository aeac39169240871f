import { atFrameEnd, isFrameOver, notAtFrameEnd } from "@/lib/frame-clock";
import { DeltaMerger } from "./delta-merger";

/** The same fetch, for OpenAI's chat wire: text deltas that arrive within one frame reach the SDK as one, because
 *  what it costs there is by the event (bench/floors). The first is passed on at once. */
export function mergeDeltas(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const isStream = response.headers.get("content-type")?.includes("text/event-stream") ?? false;
    if (!response.body || !isStream) return response;
    const { status, statusText, headers } = response;
    return new Response(mergeStream(response.body), { status, statusText, headers });
  };
}

function mergeStream(source: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const merger = new DeltaMerger();
  let flushedAt = Number.NEGATIVE_INFINITY;
  let flush: () => void = () => undefined;
  let isLeft = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const give = (text: string) => {
        if (text !== "" && !isLeft) controller.enqueue(encoder.encode(text));
      };
      flush = () => {
        flushedAt = performance.now();
        give(merger.flush());
      };
      const take = (bytes: Uint8Array) => {
        give(merger.push(decoder.decode(bytes, { stream: true })));
        if (!merger.holds) return;
        if (isFrameOver(performance.now() - flushedAt)) flush();
        else atFrameEnd(flush);
      };
      void pump(reader, take).then(
        () => {
          notAtFrameEnd(flush);
          give(merger.push(decoder.decode()) + merger.end());
          if (!isLeft) controller.close();
        },
        (error: unknown) => {
          notAtFrameEnd(flush);
          give(merger.flush());
          if (!isLeft) controller.error(error);
        },
      );
    },
    cancel(reason) {
      isLeft = true;
      notAtFrameEnd(flush);
      return reader.cancel(reason);
    },
  });
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
