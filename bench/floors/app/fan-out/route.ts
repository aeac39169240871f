import { upstreamUrl } from "../upstream-url";

interface Answer {
  said: Uint8Array[];
  isOver: boolean;
  followers: Set<ReadableStreamDefaultController<Uint8Array>>;
}

const answers = new Map<string, Answer>();
/** Without a first byte a follower would not learn that it is one. */
const HELLO = new TextEncoder().encode(": hello\n\n");

const idOf = (request: Request): string => new URL(request.url).searchParams.get("id") ?? "";

/** The least that many followers of one answer can cost: the upstream is read once, and each of its chunks is written
 *  to everyone from memory. Starts the answer and follows it. */
export async function POST(request: Request): Promise<Response> {
  const answer: Answer = { said: [HELLO], isOver: false, followers: new Set() };
  answers.set(idOf(request), answer);
  void read(answer, await request.text());
  return follow(answer);
}

/** Follows an answer from its first character. */
export function GET(request: Request): Response {
  const answer = answers.get(idOf(request));
  return answer ? follow(answer) : new Response(null, { status: 404 });
}

async function read(answer: Answer, body: string): Promise<void> {
  try {
    const upstream = await fetch(`${upstreamUrl()}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    for await (const chunk of upstream.body ?? []) {
      answer.said.push(chunk);
      for (const follower of answer.followers) follower.enqueue(chunk);
    }
    for (const follower of answer.followers) follower.close();
  } catch (error) {
    for (const follower of answer.followers) follower.error(error);
  }
  answer.isOver = true;
  answer.followers.clear();
}

function follow(answer: Answer): Response {
  let own: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of answer.said) controller.enqueue(chunk);
      if (answer.isOver) return controller.close();
      own = controller;
      answer.followers.add(controller);
    },
    cancel() {
      if (own) answer.followers.delete(own);
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" },
  });
}
