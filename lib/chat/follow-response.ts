import { whileAllowed } from "@/lib/auth/while-allowed";
import type { Context } from "@/lib/context";
import type { Follower } from "./followers";
import type { Run } from "./run";
import { PING, UI_STREAM_HEADERS } from "./ui-chunks";

const PING_EVERY_MS = 15_000;
/** A follower that reads this far behind is let go; it can follow again from the start. */
const MAX_QUEUED_BYTES = 8 * 1024 * 1024;

/** The run as an HTTP stream, from position `after`. A reader that goes away leaves the run running; one who loses the
 *  right to read it is cut off. */
export function followResponse(context: Context, run: Run, after = 0): Response {
  let leave: () => void = () => undefined;
  let unwatch: () => void = () => undefined;
  let isLeft = false;
  let ping: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          clearInterval(ping);
          leave();
          unwatch();
        };
        unwatch = whileAllowed(context, "chat:use", () => {
          end();
          if (!isLeft) controller.close();
          isLeft = true;
        });
        ping = setInterval(() => controller.enqueue(PING), PING_EVERY_MS);
        const follower: Follower = {
          write(bytes) {
            if (isLeft) return;
            controller.enqueue(bytes);
            if ((controller.desiredSize ?? 0) >= 0) return;
            end();
            isLeft = true;
            controller.error(new Error("follower too slow"));
          },
          end() {
            end();
            if (!isLeft) controller.close();
            isLeft = true;
          },
        };
        leave = run.follow(follower, after);
        if (run.isOver) end();
      },
      cancel() {
        isLeft = true;
        clearInterval(ping);
        leave();
        unwatch();
      },
    },
    { highWaterMark: MAX_QUEUED_BYTES, size: (chunk) => chunk.byteLength },
  );
  return new Response(body, { headers: UI_STREAM_HEADERS });
}
