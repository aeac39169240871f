import type { Interrupted, Stopped } from "@/lib/completion/stop-reason";
import type { CompletionSink, CompletionStart } from "@/lib/completion/types";
import { close, type Follower, Followers } from "./followers";
import { atFrameEnd, FRAME_MS } from "./frame-clock";
import { deltaFrame, type Frame, partEndFrame, partStartFrame } from "./frames";
import type { MessageMetadata } from "./message";
import { DONE, metadataChunk, type PartKind, startChunk } from "./ui-chunks";

/** Hears a run inside this process, without the form it has on the wire. */
export interface RunObserver {
  start(known: MessageMetadata): void;
  said(kind: PartKind, text: string): void;
}

interface Part {
  kind: PartKind;
  id: string;
  text: string;
  ended: boolean;
}

export interface RunKey {
  teamId: string;
  personId: string;
  chatId: string;
  answerId: string;
  /** Runs of the same comparison may write in a chat at once. */
  comparisonId?: string;
}

/** One reply being written, owned by no tab: it gathers what the model says, and any number of followers read it
 *  from the first character. */
export class Run implements CompletionSink {
  readonly key: RunKey;
  readonly #controller = new AbortController();
  readonly #followers = new Followers();
  readonly #observers = new Set<RunObserver>();
  readonly #parts: Part[] = [];
  readonly #metadata: MessageMetadata;
  #callId: string | null = null;
  #listeners = 0;
  /** How far the answer has come: see `Frame`. */
  #position = 0;
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

  /** Of the chat call's ledger row; null until a model was chosen. */
  get callId(): string | null {
    return this.#callId;
  }

  /** Whether anybody in this process reads along. */
  get isFollowed(): boolean {
    return this.#followers.size + this.#listeners > 0;
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

  /** Said before by an answer that this one goes on from. */
  beginWith(before: { text: string; reasoning: string; reasoningMs: number | null }): void {
    this.reasoning(before.reasoning);
    this.text(before.text);
    this.#reasoningMs = before.reasoningMs ?? 0;
  }

  start({ callId, model, displayName, mode, decision }: CompletionStart): void {
    this.#callId = callId;
    this.know({ model, modelName: displayName, mode, ...(decision && { decision }) });
  }

  /** Adds to what followers know of the message besides its text. */
  know(known: Partial<MessageMetadata>): void {
    Object.assign(this.#metadata, known);
    this.#followers.tell(metadataChunk(known));
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
    this.#followers.end(this.#closing);
  }

  /** Replays the answer from position `after`, where the reader has it up to there, then follows it.
   *  @returns how to leave; leaving never stops the run. */
  follow(follower: Follower, after = 0): () => void {
    this.#flush();
    follower.write(startChunk(this.key.answerId, this.#metadata));
    for (const frame of this.#frames()) if (frame.to > after) follower.write(frame.after(after));
    if (this.#closing) close(follower, this.#closing);
    else this.#followers.add(follower, after, this.#position);
    return () => this.#followers.remove(follower);
  }

  /** Tells what was said so far, then what is said, at the pace of followers. `ended` tells the end. */
  observe(observer: RunObserver): void {
    this.#listeners++;
    this.record(observer);
  }

  /** As `observe`, for one that does not count as somebody who reads. */
  record(observer: RunObserver): void {
    this.#flush();
    if (this.#metadata.model !== undefined) observer.start(this.#metadata);
    for (const { kind, text } of this.#parts) observer.said(kind, text);
    this.#observers.add(observer);
  }

  *#frames(): Generator<Frame> {
    let at = 0;
    for (const { kind, id, text, ended } of this.#parts) {
      yield partStartFrame(kind, id, at++);
      if (text !== "") yield deltaFrame(kind, id, text, at);
      at += text.length;
      if (ended) yield partEndFrame(kind, id, at++);
    }
  }

  #append(kind: PartKind, given: string): void {
    // Postgres keeps no NUL, and a position must count what is kept.
    const delta = given.includes("\0") ? given.replaceAll("\0", "") : given;
    if (delta === "") return;
    const current = this.#parts.at(-1);
    if (current?.kind === kind) {
      this.#pending += delta;
      if (performance.now() - this.#flushedAt >= FRAME_MS) this.#flush();
      else atFrameEnd(this.#flush);
      return;
    }
    this.#endPart();
    if (kind === "reasoning") this.#reasoningSince = performance.now();
    const part: Part = { kind, id: `${kind[0]}${this.#parts.length}`, text: "", ended: false };
    this.#parts.push(part);
    this.#send(partStartFrame(kind, part.id, this.#position));
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
    current.ended = true;
    this.#send(partEndFrame(current.kind, current.id, this.#position));
  }

  readonly #flush = (): void => {
    const current = this.#parts.at(-1);
    if (!current || this.#pending === "") return;
    const delta = this.#pending;
    this.#pending = "";
    this.#flushedAt = performance.now();
    current.text += delta;
    for (const observer of this.#observers) observer.said(current.kind, delta);
    this.#send(deltaFrame(current.kind, current.id, delta, this.#position));
  };

  #send(frame: Frame): void {
    this.#position = frame.to;
    this.#followers.send(frame);
  }
}
