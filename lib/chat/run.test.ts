import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Run } from "./run";
import { finishChunk } from "./ui-chunks";

const key = { teamId: "t", personId: "p", chatId: "c", answerId: "a" };
const newRun = () =>
  new Run(key, { parentId: null, status: "streaming", createdAt: "2026-01-01T00:00:00.000Z" });

/** Reads a follower's bytes back into what a browser would show. */
function reader() {
  const decoder = new TextDecoder();
  let raw = "";
  let ended = false;
  return {
    follower: {
      write: (bytes: Uint8Array) => {
        raw += decoder.decode(bytes);
      },
      end: () => {
        ended = true;
      },
    },
    get ended() {
      return ended;
    },
    chunks: () =>
      raw
        .split("\n")
        .filter((line) => line.startsWith("data: {"))
        .map((line) => JSON.parse(line.slice(6)) as { type: string; id?: string; delta?: string }),
    said(kind: "text" | "reasoning") {
      return this.chunks()
        .filter(({ type }) => type === `${kind}-delta`)
        .map(({ delta }) => delta)
        .join("");
    },
    isDone: () => raw.endsWith("data: [DONE]\n\n"),
  };
}

type Step = { do: "text" | "reasoning"; delta: string } | { do: "follow" };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("text" as const), delta: fc.string({ minLength: 1 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("reasoning" as const), delta: fc.string({ minLength: 1 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("follow" as const) }) },
);

describe("a run", () => {
  test("shows every follower the whole answer once, whenever it joins", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = newRun();
        const readers = [reader()];
        for (const { follower } of readers) run.follow(follower);
        for (const each of steps) {
          if (each.do === "follow") {
            const late = reader();
            readers.push(late);
            run.follow(late.follower);
          } else run[each.do](each.delta);
        }
        run.finish(finishChunk({ status: "complete" }));
        const afterwards = reader();
        run.follow(afterwards.follower);
        for (const each of [...readers, afterwards]) {
          expect(each.said("text")).toBe(run.textOf("text"));
          expect(each.said("reasoning")).toBe(run.textOf("reasoning"));
          expect(each.ended && each.isDone()).toBe(true);
        }
      }),
    );
  });

  test("opens and closes each part once, in order, so that every delta falls into an open part", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = newRun();
        const { follower, chunks } = reader();
        run.follow(follower);
        for (const each of steps) if (each.do !== "follow") run[each.do](each.delta);
        run.finish(finishChunk({ status: "complete" }));
        let open: string | undefined;
        for (const { type, id } of chunks()) {
          if (type.endsWith("-start")) {
            expect(open).toBeUndefined();
            open = id;
          } else if (type.endsWith("-delta")) expect(id).toBe(open);
          else if (type.endsWith("-end")) {
            expect(id).toBe(open);
            open = undefined;
          }
        }
        expect(open).toBeUndefined();
      }),
    );
  });

  test("goes on when a follower leaves", () => {
    const run = newRun();
    const gone = reader();
    const leave = run.follow(gone.follower);
    run.text("a");
    leave();
    run.text("b");
    run.finish(finishChunk({ status: "complete" }));
    expect(gone.said("text")).toBe("a");
    expect(run.textOf("text")).toBe("ab");
  });
});

test("an observer hears what was said before it came and after, once, and which model says it", () => {
  const run = newRun();
  run.start({ callId: "x", vendor: "v", model: "v/m", displayName: "M", mode: "reasoning", decision: null });
  run.reasoning("why");
  run.text("one ");
  const heard: string[] = [];
  run.observe({
    start: ({ model }) => heard.push(`start ${model}`),
    said: (kind, text) => heard.push(`${kind} ${text}`),
  });
  run.text("two ");
  run.text("three");
  run.finish(finishChunk({}));
  const said = heard.slice(1).filter((line) => line.startsWith("text "));
  expect(heard[0]).toBe("start v/m");
  expect(heard[1]).toBe("reasoning why");
  expect(said.map((line) => line.slice(5)).join("")).toBe("one two three");
});
