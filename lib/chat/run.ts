import type { Interrupted, Stopped } from "@/lib/completion/stop-reason";
import type { CompletionSink, CompletionStart } from "@/lib/completion/types";
import { atFrameEnd, FRAME_MS } from "./frame-clock";
import type { MessageMetadata } from "./message";
import {
  DONE,
  deltaChunk,
  metadataChunk,
  type PartKind,
  partEndChunk,
  partStartChunk,
  startChunk,
} from "./ui-chunks";

export interface Follower {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** Hears a run inside this process, without the form it has on the wire. */
export interface RunObserver {
  start(known: MessageMetadata): void;
  said(kind: PartKind, text: string): void;
}

interface Part {
  kind: PartKind;
  id: string;
  text: string;
}

export interface RunKey {
  teamId: string;
  personId: string;
  chatId: string;
  answerId: string;
}

/** One reply being written, owned by no tab: it gathers what the model says, and any number of followers read it
 *  from the first character. */
export class Run implements CompletionSink {
  readonly key: RunKey;
  readonly #controller = new AbortController();
  readonly #followers = new Set<Follower>();
  readonly #observers = new Set<RunObserver>();
  readonly #parts: Part[] = [];
  readonly #metadata: MessageMetadata;
  #callId: string | null = null;
  #pending = "";
  #flushedAt = 0;
  #closing: Uint8Array[] | null = null;
  #reasoningSince: number | null = null;
  #reasoningMs = 0;
  readonly ended: Promise<void>;
  #resolveEnded: () => void = () => undefined;

  constructor(key: RunKey, metadata: MessageMetadata) {
    this.key = key;
    this.#metadata = metadata;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What is known of the message so far; the run's caller adds to it. */
  get metadata(): MessageMetadata {
    return this.#metadata;
  }

  get isOver(): boolean {
    return this.#closing !== null;
  }

  /** Milliseconds spent reasoning so far, or null when the model did not. */
  get reasoningMs(): number | null {
    const running = this.#reasoningSince === null ? 0 : performance.now() - this.#reasoningSince;
    const total = Math.round(this.#reasoningMs + running);
    return this.#parts.some(({ kind }) => kind === "reasoning") ? total : null;
  }

  textOf(kind: PartKind): string {
    this.#flush();
    return this.#parts.reduce((all, part) => (part.kind === kind ? all + part.text : all), "");
  }

  /** Of the chat call's ledger row; null until a model was chosen. */
  get callId(): string | null {
    return this.#callId;
  }

  start({ callId, model, displayName, mode }: CompletionStart): void {
    this.#callId = callId;
    const known = { model, modelName: displayName, mode };
    Object.assign(this.#metadata, known);
    this.#send(metadataChunk(known));
    for (const observer of this.#observers) observer.start(this.#metadata);
  }

  text(delta: string): void {
    this.#append("text", delta);
  }

  reasoning(delta: string): void {
    this.#append("reasoning", delta);
  }

  /** Ends the model's work; what was said is kept and paid for. */
  stop(reason: Stopped | Interrupted): void {
    this.#controller.abort(reason);
  }

  /** Ends the stream of every follower, now and later, with these chunks. */
  finish(...closing: Uint8Array[]): void {
    this.#endPart();
    this.#closing = [...closing, DONE];
    this.#resolveEnded();
    for (const follower of this.#followers) this.#close(follower);
    this.#followers.clear();
  }

  /** Replays the answer so far, then follows it. @returns how to leave; leaving never stops the run. */
  follow(follower: Follower): () => void {
    this.#flush();
    follower.write(startChunk(this.key.answerId, this.#metadata));
    this.#parts.forEach((part, position) => {
      follower.write(partStartChunk(part.kind, part.id));
      follower.write(deltaChunk(part.kind, part.id, part.text));
      if (this.#closing || position < this.#parts.length - 1)
        follower.write(partEndChunk(part.kind, part.id));
    });
    if (this.#closing) this.#close(follower);
    else this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Tells what was said so far, then what is said, at the pace of followers. `ended` tells the end. */
  observe(observer: RunObserver): void {
    this.#flush();
    if (this.#metadata.model !== undefined) observer.start(this.#metadata);
    for (const { kind, text } of this.#parts) observer.said(kind, text);
    this.#observers.add(observer);
  }

  #append(kind: PartKind, delta: string): void {
    const current = this.#parts.at(-1);
    if (current?.kind === kind) {
      this.#pending += delta;
      if (performance.now() - this.#flushedAt >= FRAME_MS) this.#flush();
      else atFrameEnd(this.#flush);
      return;
    }
    this.#endPart();
    if (kind === "reasoning") this.#reasoningSince = performance.now();
    const part: Part = { kind, id: `${kind[0]}${this.#parts.length}`, text: "" };
    this.#parts.push(part);
    this.#send(partStartChunk(kind, part.id));
    // The first words are not held back for a frame.
    this.#pending = delta;
    this.#flush();
  }

  #endPart(): void {
    this.#flush();
    const current = this.#parts.at(-1);
    if (!current) return;
    if (this.#reasoningSince !== null) {
      this.#reasoningMs += performance.now() - this.#reasoningSince;
      this.#reasoningSince = null;
    }
    this.#send(partEndChunk(current.kind, current.id));
  }

  readonly #flush = (): void => {
    const current = this.#parts.at(-1);
    if (!current || this.#pending === "") return;
    const delta = this.#pending;
    this.#pending = "";
    this.#flushedAt = performance.now();
    current.text += delta;
    for (const observer of this.#observers) observer.said(current.kind, delta);
    if (this.#followers.size > 0) this.#send(deltaChunk(current.kind, current.id, delta));
  };

  #send(bytes: Uint8Array): void {
    for (const follower of this.#followers) follower.write(bytes);
  }

  #close(follower: Follower): void {
    for (const bytes of this.#closing ?? []) follower.write(bytes);
    follower.end();
  }
}
