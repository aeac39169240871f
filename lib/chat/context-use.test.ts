import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextFill } from "./context-fill";
import { CONTEXT_PARTS, type ContextUse, contextUse, type SizedMessage } from "./context-use";
import { MESSAGE_STATUSES } from "./message";

const path = fc
  .array(
    fc.record({
      role: fc.constantFrom("user" as const, "assistant" as const, "summary" as const),
      status: fc.constantFrom(...MESSAGE_STATUSES),
      tokens: fc.nat({ max: 5_000 }),
    }),
    { maxLength: 30 },
  )
  .map((rows): SizedMessage[] => rows.map((row, at) => ({ ...row, id: `m${at}` })));
const total = ({ parts }: ContextUse) => CONTEXT_PARTS.reduce((sum, part) => sum + parts[part], 0);
const message = (id: string, role: SizedMessage["role"], tokens: number): SizedMessage => ({
  id,
  role,
  status: "complete",
  tokens,
});

describe("what the next question is sent with", () => {
  test("is estimated from what is sent, where no vendor counted", () => {
    const use = contextUse([message("a", "user", 10), message("b", "assistant", 30)], [], 5);
    expect(use).toEqual({
      basis: "estimate",
      parts: { instructions: 5, summary: 0, questions: 10, answers: 30 },
    });
  });

  test("leaves out what a summary stands for, and what a vendor counted before it", () => {
    const use = contextUse(
      [
        message("a", "user", 1_000),
        message("b", "assistant", 3_000),
        message("s", "summary", 200),
        message("c", "user", 7),
      ],
      [{ answerId: "b", tokens: 9_999 }],
      0,
    );
    expect(use).toEqual({
      basis: "estimate",
      parts: { instructions: 0, summary: 200, questions: 7, answers: 0 },
    });
  });

  test("is the vendor's own count and the estimate of what came after, to the last token", () => {
    fc.assert(
      fc.property(
        path,
        fc.nat(),
        fc.nat({ max: 1e6 }),
        fc.nat({ max: 500 }),
        (rows, pick, tokens, instructions) => {
          const answerId = `m${pick % Math.max(1, rows.length)}`;
          const use = contextUse(rows, [{ answerId, tokens }], instructions);
          for (const part of CONTEXT_PARTS) expect(Number.isInteger(use.parts[part])).toBe(true);
          for (const part of CONTEXT_PARTS) expect(use.parts[part]).toBeGreaterThanOrEqual(0);
          const estimate = contextUse(rows, [], instructions);
          if (use.basis === "estimate") {
            expect(use).toEqual(estimate);
            return;
          }
          const at = rows.findIndex(({ id }) => id === answerId);
          const after = contextUse(rows.slice(at + 1), [], 0);
          expect(total(use)).toBe(tokens + total(after));
        },
      ),
    );
  });

  test("takes the latest count", () => {
    const rows = [
      message("a", "user", 10),
      message("b", "assistant", 30),
      message("c", "user", 10),
      message("d", "assistant", 30),
    ];
    const counts = [
      { answerId: "d", tokens: 400 },
      { answerId: "b", tokens: 100 },
    ];
    expect(total(contextUse(rows, counts, 0))).toBe(400);
  });
});

describe("how full a context is", () => {
  const use: ContextUse = {
    parts: { instructions: 0, summary: 0, questions: 1_000, answers: 5_000 },
    basis: "estimate",
  };

  test("is told against what is left beside the room for an answer, with what is typed", () => {
    const fill = contextFill(use, { contextLength: 10_000, outputLimit: 2_000 }, 400);
    expect(fill).toEqual({
      used: 6_400,
      typed: 400,
      reserve: 2_000,
      contextLength: 10_000,
      share: 0.8,
      level: "near",
    });
  });

  test.each([
    [5_000, "over"],
    [8_000, "over"],
    [8_001, "near"],
    [10_666, "near"],
    [20_000, "calm"],
  ] as const)("of %i tokens says %s", (contextLength, level) => {
    expect(contextFill(use, { contextLength, outputLimit: null }, 1)?.level).toBe(level);
  });

  test("is not told of a context whose length nobody knows", () => {
    expect(contextFill(use, null, 0)).toBeNull();
    expect(contextFill(use, { contextLength: null, outputLimit: 4_000 }, 0)).toBeNull();
  });

  test("never keeps more than a quarter for the answer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 2e6 }),
        fc.option(fc.nat({ max: 2e6 }), { nil: null }),
        (contextLength, outputLimit) => {
          const fill = contextFill(use, { contextLength, outputLimit }, 0);
          expect(fill?.reserve).toBeLessThanOrEqual(contextLength / 4);
        },
      ),
    );
  });
});
