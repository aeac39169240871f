import type { Db } from "@/db/client";
import { findMessage } from "@/db/queries/messages";
import { findRunState, listRunEvents, type RunRow, watchRun } from "@/db/queries/runs";
import { log } from "@/lib/log";
import { closing } from "./closing";
import type { MessageMetadata } from "./message";
import { Run } from "./run";
import { hearRun, listenToRuns } from "./run-signals";
import { fromPayload } from "./said";
import { toMetadata } from "./to-ui-message";

/** How often it looks without being told. */
const LOOK_EVERY_MS = 2_000;
const WATCH_FOR_MS = 15_000;
/** One that nobody reads is let go after so many looks. */
const IDLE_LOOKS = 8;

/** A run of another process, as this one knows it from the log: followers cannot tell it from the run itself. */
export class Mirror {
  readonly run: Run;
  /** Resolves when everything that was in the log has been read. */
  readonly ready: Promise<void>;
  readonly #db: Db;
  readonly #id: { teamId: string; id: string };
  readonly #letGo: () => void;
  readonly #stopHearing: () => void;
  #timer: NodeJS.Timeout | null = null;
  #seq = 0;
  #idleLooks = 0;
  #watchedUntil = 0;
  #reading: Promise<void> | null = null;
  #again = false;

  constructor(db: Db, row: RunRow, known: Partial<MessageMetadata>, letGo: () => void) {
    const { teamId, personId, chatId, id } = row;
    this.#db = db;
    this.#id = { teamId, id };
    this.#letGo = letGo;
    this.run = new Run(
      { teamId, personId, chatId, answerId: id },
      { parentId: null, createdAt: row.startedAt.toISOString(), ...known, status: "streaming" },
    );
    this.#stopHearing = hearRun(this.#id, () => void this.#look());
    this.ready = this.#open(row);
  }

  async #open({ state }: RunRow): Promise<void> {
    try {
      if (state === "running") {
        await listenToRuns(this.#db);
        await this.#watch();
        this.#timer = setInterval(() => this.#tick(), LOOK_EVERY_MS).unref();
      }
      await this.#readAll();
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  /** From its commit on, the owner tells of each event; what it wrote before is read afterwards. */
  async #watch(): Promise<void> {
    this.#watchedUntil = performance.now() + WATCH_FOR_MS;
    await watchRun(this.#db, this.#id, WATCH_FOR_MS);
  }

  #tick(): void {
    this.#idleLooks = this.run.isFollowed ? 0 : this.#idleLooks + 1;
    if (this.#idleLooks > IDLE_LOOKS) this.#close();
    else void this.#look();
  }

  /** Reads on; a failure is made good by the next look. */
  async #look(): Promise<void> {
    try {
      const isShort = this.#watchedUntil - performance.now() < WATCH_FOR_MS / 2;
      if (this.run.isFollowed && isShort) await this.#watch();
      await this.#readAll();
    } catch (error) {
      log().warn({ err: error, runId: this.#id.id }, "could not follow a run of another replica yet");
    }
  }

  /** One reader at a time; what is told meanwhile is read afterwards. */
  #readAll(): Promise<void> {
    this.#again = this.#reading !== null;
    this.#reading ??= this.#readWhileTold().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readWhileTold(): Promise<void> {
    do {
      this.#again = false;
      await this.#read();
    } while (this.#again && !this.run.isOver);
  }

  async #read(): Promise<void> {
    if (this.run.isOver) return;
    // The state first: when it says `over`, all events are there to be read.
    const row = await findRunState(this.#db, this.#id);
    for (const event of await listRunEvents(this.#db, this.#id, this.#seq)) {
      if (event.seq !== this.#seq + 1) throw new RangeError(`event ${this.#seq + 1} of a run is missing`);
      this.#seq = event.seq;
      for (const [kind, text] of fromPayload(event.payload)) this.run[kind](text);
    }
    // Another one, where the first said nothing and the next was asked.
    if (row?.model && this.run.metadata.model !== row.model) {
      this.run.know({ model: row.model, modelName: row.modelName ?? row.model, mode: row.mode });
    }
    if (row?.state !== "running") await this.#finish();
  }

  async #finish(): Promise<void> {
    const { teamId, chatId, answerId } = this.run.key;
    const row = await findMessage(this.#db, teamId, chatId, answerId);
    // Its owner kept no words while it spoke (WYE_RUN_LOG); the message has them all.
    if (row && this.#seq === 0) {
      this.run.reasoning(row.message.reasoning);
      this.run.text(row.message.text);
    }
    this.run.finish(...closing(row ? toMetadata(row) : { ...this.run.metadata, status: "interrupted" }));
    this.#close();
  }

  #close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopHearing();
    this.#letGo();
  }
}
