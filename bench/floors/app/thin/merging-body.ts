import { atFrameEnd } from "./frame-clock";
import { mergeEvents } from "./merge-events";

/** The same chat-completions stream with the text events of one frame merged. The first text passes at once. */
export function mergingBody(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let pending = "";
  let isOver = false;
  let hasText = false;

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        /** Everything up to the last complete event, or all of it where lines end in CR LF: those stay unmerged. */
        const flush = () => {
          if (isOver) return;
          const end = pending.includes("\r") ? pending.length : pending.lastIndexOf("\n\n") + 2;
          const ready = pending.slice(0, end);
          if (end < 2 || ready === "") return;
          pending = pending.slice(end);
          controller.enqueue(
            encoder.encode(ready.includes("\r") ? ready : mergeEvents(ready.slice(0, -2).split("\n\n"))),
          );
        };
        const pump = async () => {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) break;
            pending += decoder.decode(value, { stream: true });
            if (hasText) atFrameEnd(flush);
            else {
              hasText = /"(?:reasoning_)?content":\s*"[^"]/.test(pending);
              flush();
            }
          }
          flush();
          isOver = true;
          if (pending !== "") controller.enqueue(encoder.encode(pending));
          controller.close();
        };
        pump().catch((error: unknown) => {
          flush();
          isOver = true;
          controller.error(error);
        });
      },
      cancel(reason) {
        isOver = true;
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
