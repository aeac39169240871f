import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChatSummary } from "@/lib/chat/message";
import { askAgainAfter } from "./ask-again-after";

const chat = (id: string, some: Partial<ChatSummary> = {}): ChatSummary => ({
  id,
  title: "A title",
  updatedAt: "2026-01-01T00:00:00.000Z",
  streaming: false,
  broken: false,
  leafId: null,
  ...some,
});

describe("in a page that nobody looks at", () => {
  /** How often the list is asked for again while it stays as it is. */
  function timesAsked(chats: readonly ChatSummary[] | null, changed: readonly string[]): number {
    let attempt = 0;
    while (askAgainAfter(chats, new Set(changed), attempt, false) !== null) attempt++;
    return attempt;
  }

  test("a list in which nothing happens is not asked for again", () => {
    expect(timesAsked([chat("a"), chat("b")], ["a"])).toBe(0);
  });

  test("an old chat without a title is not waited for", () => {
    expect(timesAsked([chat("old", { title: null }), chat("new")], ["new"])).toBe(0);
  });

  test("a chat of this page is waited for until it has its title, and not for ever", () => {
    const times = timesAsked([chat("new", { title: null })], ["new"]);
    expect(times).toBeGreaterThan(5);
    expect(times).toBeLessThanOrEqual(10);
  });

  test("a chat that is being answered anywhere is waited for, and not for ever", () => {
    expect(timesAsked([chat("a", { streaming: true })], [])).toBe(60);
  });

  test("a server that was not reached is asked again", () => {
    expect(timesAsked(null, [])).toBe(60);
  });
});

describe("in a page that is looked at", () => {
  test("what happens in another window is seen within a few seconds, whatever happens here", () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), fc.boolean(), (attempt, streaming, untitled) => {
        const chats = [chat("a", { streaming, title: untitled ? null : "A title" })];
        expect(askAgainAfter(chats, new Set(["a"]), attempt, true)).toBeLessThanOrEqual(4_000);
      }),
    );
  });

  test("a server that is away is asked again for ever, more and more seldom", () => {
    fc.assert(
      fc.property(fc.nat(), (attempt) => {
        const waitMs = askAgainAfter(null, new Set(), attempt, true);
        expect(waitMs).toBeLessThanOrEqual(10_000);
        expect(waitMs).toBeGreaterThanOrEqual(
          askAgainAfter(null, new Set(), Math.max(0, attempt - 1), true) ?? 0,
        );
      }),
    );
  });
});
