import type { Db } from "@/db/client";
import { keepReply } from "@/db/queries/messages";
import { log } from "@/lib/log";
import type { Run } from "./run";

const KEEP_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 5_000;

/** Writes what a run has said so far into its message, once a second while it says more, and its heartbeat while it
 *  does not. @returns how to end it; resolves when no write is under way. */
export function keepPartial(db: Db, run: Run): () => Promise<void> {
  let kept = 0;
  let lastWrite = performance.now();
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  const write = async () => {
    const text = run.textOf("text");
    const reasoning = run.textOf("reasoning");
    const size = text.length + reasoning.length;
    if (size === kept && performance.now() - lastWrite < BEAT_EVERY_MS) return;
    busy = true;
    try {
      const { model = null, modelName = null, mode = null } = run.metadata;
      const who = { model, modelName, mode, callId: run.callId };
      const change = size === kept ? {} : { ...who, text, reasoning, reasoningMs: run.reasoningMs };
      await keepReply(db, run.key.teamId, run.key.answerId, change);
      kept = size;
      lastWrite = performance.now();
    } catch (error) {
      log().warn({ err: error }, "could not keep a partial answer yet");
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (!busy) writing = write();
  }, KEEP_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await writing;
  };
}
