const OPEN = "<think>";
const CLOSE = "</think>";

export interface ThinkPiece {
  kind: "text" | "reasoning";
  text: string;
}

/** Splits a text that opens with a `<think>` block into reasoning and text, as it arrives.
 *  How the text is cut into chunks makes no difference. Only a block at the very start counts (white space
 *  before it aside); one that is never closed is reasoning to the end. White space at the start of either
 *  piece is dropped once a block was found. What may be part of a tag is held back until it is decided. */
export class ThinkSplitter {
  private state: "start" | "reasoning" | "text" = "start";
  private held = "";
  private trimming = false;

  /** Whether every further chunk is plain text, so that the caller can stop asking. */
  get settled(): boolean {
    return this.state === "text" && !this.trimming;
  }

  push(chunk: string): ThinkPiece[] {
    this.held += chunk;
    const pieces: ThinkPiece[] = [];
    if (this.state === "start") this.leaveStart();
    if (this.state === "reasoning") this.takeReasoning(pieces);
    if (this.state === "text") this.emit("text", this.take(this.held.length), pieces);
    return pieces;
  }

  /** What was still held back when the text ended. */
  end(): ThinkPiece[] {
    const pieces: ThinkPiece[] = [];
    this.emit(this.state === "reasoning" ? "reasoning" : "text", this.take(this.held.length), pieces);
    return pieces;
  }

  private leaveStart(): void {
    const opening = this.held.trimStart();
    if (opening.startsWith(OPEN)) {
      this.state = "reasoning";
      this.trimming = true;
      this.held = opening.slice(OPEN.length);
    } else if (!OPEN.startsWith(opening)) {
      this.state = "text";
    }
  }

  private takeReasoning(pieces: ThinkPiece[]): void {
    const close = this.held.indexOf(CLOSE);
    if (close === -1) {
      this.emit("reasoning", this.take(this.held.length - partialTail(this.held, CLOSE)), pieces);
      return;
    }
    this.emit("reasoning", this.take(close), pieces);
    this.take(CLOSE.length);
    this.state = "text";
    this.trimming = true;
  }

  private take(length: number): string {
    const taken = this.held.slice(0, length);
    this.held = this.held.slice(length);
    return taken;
  }

  private emit(kind: ThinkPiece["kind"], text: string, pieces: ThinkPiece[]): void {
    const kept = this.trimming ? text.trimStart() : text;
    if (kept === "") return;
    this.trimming = false;
    pieces.push({ kind, text: kept });
  }
}

/** Length of the longest proper start of `tag` that `text` ends with. */
function partialTail(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(tag.slice(0, length))) return length;
  }
  return 0;
}
