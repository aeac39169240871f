import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Resume } from "@/lib/chat/follow-reply";
import type { ReplyInput } from "@/lib/chat/reply-input";
import type { Context } from "@/lib/context";
import { cleanEnvironment } from "../../../scripts/test/clean-environment.mjs";
import { Transcript } from "./transcript";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A process that shares nothing with another but the database. */
export interface Replica {
  /** Follows what comes of it. @throws Error with the code when it is refused */
  start(who: Context, input: ReplyInput): Promise<Transcript>;
  /** Null when there is nothing to follow. */
  follow(who: Context, chatId: string, resume?: Resume): Promise<Transcript | null>;
  stop(who: Context, chatId: string, answerId?: string): Promise<boolean>;
  delete(who: Context, chatId: string): Promise<void>;
  /** What an orderly shutdown runs before the database goes: it has begun, and ends later. */
  drain(who: Context): Promise<{ ended: Promise<unknown> }>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export async function startReplica(env: Readonly<Record<string, string>>): Promise<Replica> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/integration/chat/replica.ts"], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), NODE_ENV: "production", WYE_LOG_LEVEL: "error", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const url = `http://localhost:${await portOf(child)}`;
  const post = (path: string, who: Context, asked: object) =>
    fetch(url + path, { method: "POST", body: JSON.stringify({ actor: who.actor, ...asked }) });
  const read = async (response: Response) => {
    if (response.ok) return response;
    const { code } = (await response.json()) as { code: string };
    throw new Error(code);
  };
  return {
    start: async (who, input) => new Transcript(await read(await post("/start", who, { input }))),
    follow: async (who, chatId, resume) => {
      const response = await read(await post("/follow", who, { chatId, resume }));
      return response.status === 204 ? null : new Transcript(response, resume?.after);
    },
    stop: async (who, chatId, answerId) => {
      const response = await read(await post("/stop", who, { chatId, answerId }));
      return ((await response.json()) as { stopped: boolean }).stopped;
    },
    delete: async (who, chatId) => void (await read(await post("/delete", who, { chatId }))),
    drain: async (who) => ({ ended: (await read(await post("/drain", who, {}))).text() }),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function portOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new TypeError("the child has no output");
  for await (const line of createInterface(child.stdout)) {
    const port = /^port (\d+)$/.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error("the replica ended before it served");
}
