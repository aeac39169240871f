import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatSummary } from "@/lib/chat/message";
import { type KnownChats, withNewest, withOlder } from "./known-chats";

const chat = (nth: number, at = nth): ChatSummary => ({
  id: String(nth).padStart(4, "0"),
  title: `Chat ${nth}`,
  updatedAt: new Date(at * 60_000).toISOString(),
  streaming: false,
  broken: false,
  leafId: null,
});
const ids = ({ chats }: Pick<KnownChats, "chats">) => chats.map(({ id }) => id);

/** A server's list of which pages of a size are read. */
function server(chats: readonly ChatSummary[], size: number) {
  const sorted = chats.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.id.localeCompare(b.id));
  const page = (from: number) => ({
    chats: sorted.slice(from, from + size),
    next: from + size < sorted.length ? (sorted[from + size - 1]?.id ?? null) : null,
  });
  return {
    sorted,
    newest: () => page(0),
    after: (id: string) => page(sorted.findIndex((one) => one.id === id) + 1),
  };
}

test("pages read one after the other are the list", () => {
  const { sorted, newest, after } = server(
    Array.from({ length: 47 }, (_, nth) => chat(nth)),
    10,
  );
  let known: KnownChats = newest();
  while (known.next !== null) known = withOlder(known, after(known.next));
  expect(ids(known)).toEqual(ids({ chats: sorted }));
});

test("whichever chats are renewed, made or deleted among the newest, the list has each once and in order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 5 }),
      fc.uniqueArray(fc.nat({ max: 59 }), { maxLength: 5 }),
      fc.nat({ max: 5 }),
      (count, pages, renewed, made) => {
        const before = Array.from({ length: count }, (_, nth) => chat(nth));
        const first = server(before, 10);
        let known: KnownChats = first.newest();
        for (let page = 0; page < pages && known.next !== null; page++)
          known = withOlder(known, first.after(known.next));
        const changed = before.map((one, nth) => (renewed.includes(nth) ? chat(nth, 1_000 + nth) : one));
        const after = server(
          [...changed, ...Array.from({ length: made }, (_, nth) => chat(5_000 + nth))],
          10,
        );
        known = withNewest(known, after.newest());
        expect(ids(known)).toEqual(ids({ chats: after.sorted.slice(0, known.chats.length) }));
        expect(new Set(ids(known)).size).toBe(known.chats.length);
        if (known.next === null) expect(known.chats).toHaveLength(after.sorted.length);
      },
    ),
  );
});

test("where everything is new, nothing that may lie between is passed over", () => {
  const known = { chats: [chat(1), chat(0)], next: null };
  const page = { chats: [chat(9), chat(8)], next: "0008" };
  expect(withNewest(known, page)).toEqual(page);
});

test("a chat that was deleted elsewhere leaves the newest page", () => {
  const known = { chats: [chat(3), chat(2), chat(1)], next: null };
  expect(ids(withNewest(known, { chats: [chat(3), chat(1)], next: null }))).toEqual(["0003", "0001"]);
});
