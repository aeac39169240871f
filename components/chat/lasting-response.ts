import { type Ask, Connection } from "./connection";
import { EventReader } from "./event-reader";
import { LostTrack } from "./lost-track";
import { pauseBeforeRetry } from "./pause-before-retry";

export interface LastingInput {
  /** Asks for the answer from its first character; asked again, it is the same answer. */
  begin: Ask;
  /** Asks for what comes after a position of it. */
  goOn: (answerId: string, after: number, signal: AbortSignal) => Promise<Response>;
  /** Attempts to begin, while the browser has a network. */
  attempts: number;
  signal: AbortSignal;
  /** The server cannot be reached, or can again. Not called for what is made good at once. */
  onAway: (away: boolean) => void;
}

interface Opened {
  connection: Connection;
  response: Response;
}

/** What a proxy answers for a server that is not there, and a server that is about to end. */
const AWAY = new Set([502, 503, 504]);

/** An answer as one stream that outlasts its connections: where one breaks or falls silent, another goes on from the
 *  very character, for as long as it takes. Its reader sees neither a gap nor a word twice.
 *  @throws what `fetch` throws, when it cannot be begun. The stream fails with LostTrack where the server cannot go
 *  on in the middle any more, and with the server's words where it refuses. */
export async function lastingResponse(input: LastingInput): Promise<Response> {
  const left = new AbortController();
  const signal = AbortSignal.any([input.signal, left.signal]);
  const events = new EventReader();
  const begun = await open(input.begin, { ...input, signal }, input.attempts);
  if (!begun.response.ok || begun.response.body === null || begun.response.status === 204) {
    begun.connection.unwatch();
    return begun.response;
  }
  let current = begun;
  /** Connections since the answer last came any further. */
  let fruitless = 0;
  let before = 0;

  async function reconnect(): Promise<Opened> {
    events.drop();
    fruitless = events.position > before ? 0 : fruitless + 1;
    before = events.position;
    if (fruitless > 1) await pauseBeforeRetry(fruitless - 2, signal);
    const { answerId } = events;
    const ask: Ask = answerId === null ? input.begin : (at) => input.goOn(answerId, events.position, at);
    const opened = await open(ask, { ...input, signal }, Number.POSITIVE_INFINITY);
    if (opened.response.status === 204) throw new LostTrack();
    if (!opened.response.ok) throw new Error(await opened.response.text());
    return opened;
  }

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const bytes = await current.connection.read(current.response);
        if (bytes !== null) {
          const whole = events.take(bytes);
          if (whole.length > 0) controller.enqueue(whole);
          if (events.isOver) {
            controller.close();
            // Read to its end, a connection can be used again.
            void current.connection.read(current.response);
          }
          if (whole.length > 0) return;
        } else {
          signal.throwIfAborted();
          current = await reconnect();
        }
      }
    },
    cancel() {
      left.abort();
      current.connection.close();
    },
  });
  return new Response(body, begun.response);
}

/** Asks until there is an answer that a server of ours gave. */
async function open(ask: Ask, { signal, onAway }: LastingInput, attempts: number): Promise<Opened> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt + 1 >= attempts || (Number.isFinite(attempts) && !navigator.onLine);
    const connection = new Connection();
    try {
      const response = await connection.open(ask, signal);
      if (isLast || !AWAY.has(response.status)) {
        onAway(false);
        return { connection, response };
      }
      connection.close();
    } catch (error) {
      if (isLast || signal.aborted) throw error;
    }
    if (!Number.isFinite(attempts)) onAway(attempt > 0 || !navigator.onLine);
    await pauseBeforeRetry(attempt, signal);
    signal.throwIfAborted();
  }
}
