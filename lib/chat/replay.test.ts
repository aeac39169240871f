import fc from "fast-check";
import { expect, test } from "vitest";
import type { Follower } from "./followers";
import { Run } from "./run";
import { addSaid, fromPayload, type Said, toPayload } from "./said";
import { finishChunk, type PartKind } from "./ui-chunks";

/* A run and its mirror on another replica, which knows only what was logged, each with readers that come, go, and
   come back to either of them with the position they have reached. */

type Place = "run" | "mirror";
type Step =
  | { do: "say"; kind: PartKind; text: string }
  | { do: "log" }
  | { do: "frame" }
  | { do: "join"; at: Place }
  | { do: "leave"; who: number }
  | { do: "return"; who: number; at: Place };

const place = fc.constantFrom<Place>("run", "mirror");
const said = fc.record({
  do: fc.constant("say" as const),
  kind: fc.constantFrom<PartKind>("text", "reasoning"),
  // Any code unit, so that pairs are cut in two.
  text: fc.string({ unit: "binary", minLength: 1, maxLength: 6 }).map((text) => text.slice(0, 5)),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: said },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("log" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("frame" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("join" as const), at: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), who: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("return" as const), who: fc.nat(9), at: place }) },
);

const key = { teamId: "t", personId: "p", chatId: "c", answerId: "a" };
const newRun = () =>
  new Run(key, { parentId: null, status: "streaming", createdAt: "2026-01-01T00:00:00.000Z" });

/** Reads as a browser does that keeps its place: what it holds, and the id of the last event. */
class Reader {
  readonly events: string[] = [];
  position = 0;
  ends = 0;
  #leave: () => void = () => undefined;

  join(run: Run): void {
    this.leave();
    const decoder = new TextDecoder();
    let here = true;
    const follower: Follower = {
      write: (bytes) => {
        if (here) this.#take(decoder.decode(bytes));
      },
      end: () => {
        this.ends++;
      },
    };
    const leave = run.follow(follower, this.position);
    this.#leave = () => {
      here = false;
      leave();
    };
  }

  leave(): void {
    this.#leave();
  }

  /** Each event stands right after the one before: what it adds is what its id says. */
  #take(raw: string): void {
    const id = /\nid: (\d+)\n\n$/.exec(raw)?.[1];
    if (id === undefined) return;
    const chunk: unknown = JSON.parse(raw.slice("data: ".length, raw.indexOf("\nid: ")));
    const { type, delta } = chunk as { type: string; delta?: string };
    const size = delta === undefined ? 1 : delta.length;
    expect(Number(id)).toBe(this.position + size);
    this.position = Number(id);
    if (delta === undefined) this.events.push(type);
    else if (this.events.at(-1)?.startsWith("=")) this.events[this.events.length - 1] += delta;
    else this.events.push(`=${delta}`);
  }
}

/** What a whole reading of these words comes to. */
function expected(words: Said): string[] {
  return words.flatMap(([kind, text]) => [`${kind}-start`, `=${text}`, `${kind}-end`]);
}

test("every reader gets the whole answer once, wherever it joins, leaves and comes back", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const run = newRun();
      const mirror = newRun();
      const at = { run, mirror };
      const readers = [new Reader(), new Reader()];
      readers[0]?.join(run);
      readers[1]?.join(mirror);
      const words: Said = [];
      let unlogged: Said = [];
      run.record({ start: () => undefined, said: (kind, text) => addSaid(unlogged, kind, text) });
      const writeLog = () => {
        for (const [kind, text] of fromPayload(toPayload(unlogged))) mirror[kind](text);
        unlogged = [];
      };
      for (const each of steps) {
        if (each.do === "say") {
          const text = each.text.replaceAll("\0", "");
          if (text !== "") addSaid(words, each.kind, text);
          run[each.kind](each.text);
        } else if (each.do === "log") writeLog();
        else if (each.do === "frame") run.textOf("text");
        else if (each.do === "join") {
          const reader = new Reader();
          readers.push(reader);
          reader.join(at[each.at]);
        } else {
          const reader = readers[each.who % readers.length];
          if (each.do === "leave") reader?.leave();
          else reader?.join(at[each.at]);
        }
      }
      run.finish(finishChunk({ status: "complete" }));
      writeLog();
      mirror.finish(finishChunk({ status: "complete" }));
      for (const [index, reader] of readers.entries()) {
        reader.join(index % 2 === 0 ? run : mirror);
        expect(reader.events).toEqual(expected(words));
        expect(reader.ends).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

test("half a surrogate pair is logged and read as it was", () => {
  const half = "\ud83d";
  expect(fromPayload(toPayload([["text", half]]))).toEqual([["text", half]]);
});
