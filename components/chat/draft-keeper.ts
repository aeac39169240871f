import type { ServerDraft } from "@/lib/chat/draft";
import { fetchDraft, putDraft } from "./draft-client";
import { readTyped, writeTyped } from "./kept-typed";
import { reconcile, type Typed } from "./typed";

/** A person who pauses has it kept on the server; one who types on costs nothing. */
const SAVE_AFTER_MS = 800;

/** Keeps one draft: in this browser at every stroke, on the server when the typing pauses. */
export class DraftKeeper {
  #key: string;
  #typed: Typed;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  /** What this page has had saved: what the server has of it is nobody else's. */
  readonly #sent = new Set<string>();
  readonly #maxCharacters: number;
  readonly #onChange: (text: string) => void;

  /** @param maxCharacters a longer one stays in this browser
   *  @param onChange another device has typed */
  constructor(key: string, server: ServerDraft, maxCharacters: number, onChange: (text: string) => void) {
    this.#key = key;
    this.#maxCharacters = maxCharacters;
    this.#onChange = onChange;
    this.#typed = reconcile(readTyped(key), server);
    writeTyped(key, this.#typed);
    if (this.#typed.dirty) this.#saveSoon();
  }

  get text(): string {
    return this.#typed.text;
  }

  get key(): string {
    return this.#key;
  }

  change(text: string): void {
    if (text === this.#typed.text) return;
    this.#set({ ...this.#typed, text, dirty: true });
    this.#saveSoon();
  }

  /** From now on it is the draft of a chat that has just begun, and the next new chat starts without one. */
  moveTo(key: string): void {
    const before = { key: this.#key, typed: this.#typed };
    this.#key = key;
    this.#set({ text: before.typed.text, base: 0, dirty: before.typed.text !== "" });
    if (this.#typed.dirty) this.#saveSoon();
    // Unless another page for new chats has written there since.
    if ((readTyped(before.key)?.text ?? "") !== before.typed.text) return;
    writeTyped(before.key, { ...before.typed, text: "", dirty: false });
    void this.#empty(before.key, before.typed.base);
  }

  /** What is typed is another draft from now on; where nothing is, that one is shown. */
  switchTo(key: string): void {
    const there = readTyped(key);
    const isEmpty = this.#typed.text === "";
    this.moveTo(key);
    if (isEmpty && there !== null) this.#show(there);
    void this.refresh();
  }

  /** A save that was under way when the question was sent may come in between. */
  async #empty(key: string, base: number): Promise<void> {
    const answer = await putDraft(key, { text: "", base });
    if (answer?.saved === false && this.#sent.has(answer.current.text)) {
      await putDraft(key, { text: "", base: answer.current.version });
    }
  }

  /** Looks for what other devices typed. */
  async refresh(): Promise<void> {
    const key = this.#key;
    if (this.#saving || this.#typed.dirty) return this.save();
    const server = await fetchDraft(key);
    if (server && key === this.#key && !this.#saving) this.#show(reconcile(this.#typed, server));
  }

  /** At once, as before a page goes. What cannot be saved now is dirty still, and goes with the next. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving || !this.#typed.dirty || this.#typed.text.length > this.#maxCharacters) return;
    const { key } = this;
    const sent = this.#typed;
    this.#saving = true;
    this.#sent.add(sent.text);
    const answer = await putDraft(key, { text: sent.text, base: sent.base });
    this.#saving = false;
    if (key !== this.#key) return this.#saveSoon();
    if (answer === null) return;
    if (answer.saved) {
      this.#set({ ...this.#typed, base: answer.version, dirty: this.#typed.text !== sent.text });
    } else {
      this.#show(reconcile(this.#typed, answer.current));
    }
    if (this.#typed.dirty) this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  #show(typed: Typed): void {
    const changed = typed.text !== this.#typed.text;
    this.#set(typed);
    if (changed) this.#onChange(typed.text);
  }

  #set(typed: Typed): void {
    this.#typed = typed;
    writeTyped(this.#key, typed);
  }
}
