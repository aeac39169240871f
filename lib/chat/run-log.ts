import type { Db } from "@/db/client";
import type { NewEvent } from "@/db/queries/runs";
import { Interrupted, Stopped } from "@/lib/completion/stop-reason";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Run, RunObserver } from "./run";
import { RUN_BEAT_EVERY_MS } from "./run-timing";
import { addSaid, type Said, toPayload } from "./said";
import { stopAsAsked } from "./stop-as-asked";
import type { PartKind } from "./ui-chunks";
import { writeBeat } from "./write-beat";

/** Four writes a second at most, however fast the model talks. */
const WRITE_EVERY_MS = 250;
const RETRY_AFTER_MS = 1_000;

interface Unwritten {
  events: NewEvent[];
  lastSeq: number;
}

/** Keeps in the database what a run says while it says it, and that it lives; learns there that it is to stop. */
export class RunLog implements RunObserver {
  readonly #db: Db;
  readonly #run: Run;
  readonly #beat: NodeJS.Timeout;
  readonly #keepsWords = env().WYE_RUN_LOG === "on";
  #said: Said = [];
  /** Sent once, and until it is known to be written never changed. */
  #event: NewEvent | null = null;
  #seq = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;
  #wroteAt = performance.now();
  #followedAt = performance.now();
  #closed = false;
  #unwritten: Unwritten | null = null;

  constructor(db: Db, run: Run) {
    this.#db = db;
    this.#run = run;
    this.#beat = setInterval(() => this.#beatIfSilent(), RUN_BEAT_EVERY_MS).unref();
    run.record(this);
  }

  start(): void {
    if (this.#keepsWords) this.#writeSoon(WRITE_EVERY_MS);
  }

  said(kind: PartKind, text: string): void {
    if (!this.#keepsWords) return;
    addSaid(this.#said, kind, text);
    // The first words after a silence are written at once.
    this.#writeSoon(Math.max(0, WRITE_EVERY_MS - (performance.now() - this.#wroteAt)));
  }

  /** Ends the writing. @returns what was said and not written, for the statement that ends the run. */
  async close(): Promise<Unwritten> {
    this.#closed = true;
    clearInterval(this.#beat);
    if (this.#timer) clearTimeout(this.#timer);
    await this.#writing;
    this.#unwritten ??= this.#takeAll();
    return this.#unwritten;
  }

  #takeAll(): Unwritten {
    const events = this.#event ? [this.#event] : [];
    if (this.#said.length > 0) events.push(this.#take());
    return { events, lastSeq: this.#seq };
  }

  #writeSoon(afterMs: number): void {
    if (this.#closed || this.#timer || this.#writing) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#begin();
    }, afterMs).unref();
  }

  #beatIfSilent(): void {
    if (this.#timer || this.#writing || performance.now() - this.#wroteAt < RUN_BEAT_EVERY_MS / 2) return;
    this.#begin();
  }

  #begin(): void {
    this.#writing = this.#write().then((delayMs) => {
      this.#writing = null;
      if (this.#event || this.#said.length > 0 || delayMs === RETRY_AFTER_MS) this.#writeSoon(delayMs);
    });
  }

  /** @returns how long to wait before the next. */
  async #write(): Promise<number> {
    if (this.#event === null && this.#said.length > 0) this.#event = this.#take();
    const { teamId, answerId } = this.#run.key;
    const { model = null, modelName = null, mode = null } = this.#run.metadata;
    this.#wroteAt = performance.now();
    try {
      const answer = await writeBeat(this.#db, teamId, {
        id: answerId,
        seq: this.#seq,
        payload: this.#event?.payload ?? null,
        known: { model, modelName, mode, callId: this.#run.callId },
      });
      // Given up for dead, or deleted: nobody may write it on.
      if (answer === null) this.#run.stop(new Interrupted());
      else {
        this.#event = null;
        this.#heed(answer);
      }
      return WRITE_EVERY_MS;
    } catch (error) {
      log().warn({ err: error }, "could not log a run yet");
      return RETRY_AFTER_MS;
    }
  }

  #heed({ stopped, watched }: { stopped: boolean; watched: boolean }): void {
    if (stopped) void stopAsAsked(this.#db, this.#run);
    const limitSeconds = env().WYE_UNFOLLOWED_LIMIT_SECONDS;
    const now = performance.now();
    if (watched || this.#run.isFollowed) this.#followedAt = now;
    else if (limitSeconds !== undefined && now - this.#followedAt > limitSeconds * 1000) {
      log().info({ runId: this.#run.key.answerId }, "stopped a run that nobody follows");
      this.#run.stop(new Stopped());
    }
  }

  #take(): NewEvent {
    const event = { seq: ++this.#seq, payload: toPayload(this.#said) };
    this.#said = [];
    return event;
  }
}
