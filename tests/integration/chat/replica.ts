import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { deleteChat } from "@/lib/chat/delete-chat";
import { followReply, type Resume } from "@/lib/chat/follow-reply";
import { followResponse } from "@/lib/chat/follow-response";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import { stopReply } from "@/lib/chat/stop-reply";
import type { Context } from "@/lib/context";
import { database } from "@/lib/database";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Actor } from "@/lib/permissions/actor";

/* One replica: a process of its own that serves the chat's use cases over HTTP, to whoever a request says it is. */

const drains: (() => Promise<void>)[] = [];
const stop = new AbortController();
Object.assign(globalThis, {
  [Symbol.for("wye.shutdown")]: {
    signal: stop.signal,
    register: (drain: () => Promise<void>) => drains.push(drain),
  },
});

interface Asked {
  actor: Actor;
  input?: ReplyInput;
  chatId?: string;
  resume?: Resume;
  answerId?: string;
}

async function answer(path: string, asked: Asked): Promise<Response> {
  const context: Context = { db: database(), actor: asked.actor, requestId: newId() };
  const chatId = asked.chatId ?? "";
  switch (path) {
    case "/start":
      if (!asked.input) throw new TypeError("start what?");
      return followResponse(context, await startReply(context, asked.input));
    case "/follow": {
      const run = await followReply(context, chatId, asked.resume ?? null);
      return run ? followResponse(context, run, asked.resume?.after) : new Response(null, { status: 204 });
    }
    case "/stop":
      return Response.json({ stopped: await stopReply(context, chatId, { answerId: asked.answerId }) });
    case "/delete":
      await deleteChat(context, chatId);
      return Response.json({});
    case "/drain":
      stop.abort();
      return whenDone(Promise.all(drains.map((drain) => drain())));
    default:
      throw new TypeError(`nothing at ${path}`);
  }
}

/** Answers at once, and ends when what it waits for has. */
function whenDone(work: Promise<unknown>): Response {
  return new Response(new ReadableStream({ start: (body) => work.then(() => body.close()) }));
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered = await answer(request.url ?? "", JSON.parse(await text(request)) as Asked).catch(
    toResponse,
  );
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.flushHeaders();
  if (!answered.body) return void response.end();
  const reader = answered.body.getReader();
  response.on("close", () => void reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    response.write(value);
  }
  response.end();
}

function toResponse(error: unknown): Response {
  if (!(error instanceof AppError)) console.error(error);
  return Response.json({ code: error instanceof AppError ? error.code : "internal" }, { status: 400 });
}

const server = createServer((request, response) => void serve(request, response));
server.listen(0, "localhost");
await once(server, "listening");
console.log(`port ${(server.address() as AddressInfo).port}`);
process.stdin.resume();
process.stdin.once("end", () => process.exit(0));
