import fc from "fast-check";
import { expect, test } from "vitest";
import type { WyeMessage } from "@/lib/chat/message";
import { afterView, firstPlace, leadingTo, NOTHING_EARLIER, withPage } from "./earlier";

const message = (id: string, parentId: string | null, position: number): WyeMessage => ({
  id,
  role: position % 2 === 0 ? "user" : "assistant",
  parts: [],
  metadata: { parentId, position, status: "complete", createdAt: "2026-01-01T00:00:00.000Z" },
});

/** A path that leaves another one, named `a`, at a place. */
const path = (name: string, length: number, partsAt = 0): WyeMessage[] => {
  const id = (place: number) => `${place < partsAt ? "a" : name}${place}`;
  return Array.from({ length }, (_, place) => message(id(place), place === 0 ? null : id(place - 1), place));
};
const page = (messages: WyeMessage[]) => ({ messages, siblings: {} });
const places = ({ messages }: { messages: ReadonlyMap<number, WyeMessage> }) =>
  [...messages.keys()].sort((a, b) => a - b);

test("pages of one path are known by their places", () => {
  const whole = path("a", 100);
  const read = withPage(withPage(NOTHING_EARLIER, page(whole.slice(40, 50))), page(whole.slice(0, 2)));
  expect(places(leadingTo(read, whole.slice(50)))).toEqual([
    0,
    1,
    ...Array.from({ length: 10 }, (_, i) => 40 + i),
  ]);
});

test("what leads to another path is not shown above an end", () => {
  const read = withPage(NOTHING_EARLIER, page(path("a", 50)));
  expect(leadingTo(read, path("b", 60).slice(50))).toBe(NOTHING_EARLIER);
});

test("an end that begins the path has nothing above it", () => {
  expect(leadingTo(withPage(NOTHING_EARLIER, page(path("a", 9))), path("a", 9))).toBe(NOTHING_EARLIER);
});

test("walking to another branch keeps what both share, and only that", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 59 }),
      fc.integer({ min: 80, max: 120 }),
      fc.integer({ min: 1, max: 20 }),
      (partsAt, length, about) => {
        const old = path("a", 100);
        const other = path("b", length, partsAt);
        const read = withPage(NOTHING_EARLIER, page(old.slice(0, 70)));
        const around = page(other.slice(Math.max(0, partsAt - about), partsAt + about));
        const view = { ...page(other.slice(-20)), around };
        const now = leadingTo(afterView(read, old.slice(70), view), view.messages);
        for (const [place, known] of now.messages) expect(known.id).toBe(other[place]?.id);
        expect(places(now).filter((place) => place < partsAt)).toEqual(
          Array.from({ length: partsAt }, (_, place) => place),
        );
      },
    ),
  );
});

test("a view of the same path that ends later loses nothing", () => {
  const whole = path("a", 110);
  const read = withPage(NOTHING_EARLIER, page(whole.slice(30, 50)));
  const view = { ...page(whole.slice(60)), around: null };
  const now = leadingTo(afterView(read, whole.slice(50, 100), view), view.messages);
  expect(places(now)).toEqual(Array.from({ length: 30 }, (_, index) => 30 + index));
  expect(firstPlace(view.messages)).toBe(60);
});

test("a choice that is gone is no longer offered", () => {
  const whole = path("a", 4);
  const read = withPage(NOTHING_EARLIER, { messages: whole, siblings: { a0: ["a1", "x"], a1: ["a2", "y"] } });
  expect(withPage(read, { messages: whole.slice(1, 2), siblings: {} }).siblings).toEqual({ a1: ["a2", "y"] });
});
