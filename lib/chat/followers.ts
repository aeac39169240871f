import type { Frame } from "./frames";

export interface Follower {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** Those who read a run. Most share each frame's bytes; one that has read further elsewhere than this process knows
 *  is passed over until the answer has come to where it stands. */
export class Followers {
  readonly #reading = new Set<Follower>();
  readonly #ahead = new Map<Follower, number>();

  get size(): number {
    return this.#reading.size + this.#ahead.size;
  }

  add(follower: Follower, readUpTo: number, now: number): void {
    if (readUpTo > now) this.#ahead.set(follower, readUpTo);
    else this.#reading.add(follower);
  }

  remove(follower: Follower): void {
    this.#reading.delete(follower);
    this.#ahead.delete(follower);
  }

  /** What is no part of the answer goes to everybody. */
  tell(bytes: Uint8Array): void {
    for (const follower of [...this.#reading, ...this.#ahead.keys()]) follower.write(bytes);
  }

  send(frame: Frame): void {
    if (this.#reading.size > 0) {
      const bytes = frame.after(frame.from);
      for (const follower of this.#reading) follower.write(bytes);
    }
    for (const [follower, position] of this.#ahead) {
      if (frame.to < position) continue;
      this.#ahead.delete(follower);
      this.#reading.add(follower);
      if (frame.to > position) follower.write(frame.after(position));
    }
  }

  end(closing: readonly Uint8Array[]): void {
    for (const follower of [...this.#reading, ...this.#ahead.keys()]) close(follower, closing);
    this.#reading.clear();
    this.#ahead.clear();
  }
}

export function close(follower: Follower, closing: readonly Uint8Array[]): void {
  for (const bytes of closing) follower.write(bytes);
  follower.end();
}
