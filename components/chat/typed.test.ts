import fc from "fast-check";
import { expect, test } from "vitest";
import { reconcile } from "./typed";

const text = fc.string({ maxLength: 8 });
const typed = fc.record({ text, base: fc.nat(5), dirty: fc.boolean() });
const server = fc.record({ text, version: fc.nat(5) });

test("nothing that was typed and not kept is lost, and nothing that another device wrote since", () => {
  fc.assert(
    fc.property(typed, server, (ours, theirs) => {
      const now = reconcile(ours, theirs);
      if (ours.dirty) expect(now.text).toContain(ours.text);
      if (!ours.dirty || theirs.version !== ours.base) expect(now.text).toContain(theirs.text);
    }),
  );
});

test("what the server has already is not sent again; a second look changes nothing", () => {
  fc.assert(
    fc.property(typed, server, (ours, theirs) => {
      const now = reconcile(ours, theirs);
      expect(now.base).toBe(theirs.version);
      if (theirs.version !== ours.base) expect(now.dirty).toBe(now.text !== theirs.text);
      expect(reconcile(now, theirs)).toEqual(now);
    }),
  );
});

test.each([
  ["nothing kept here", null, { text: "there", version: 2 }, "there"],
  ["sent on another device", { text: "sent", base: 1, dirty: false }, { text: "", version: 2 }, ""],
  [
    "typed on here, as the server knows it",
    { text: "here", base: 2, dirty: true },
    { text: "he", version: 2 },
    "here",
  ],
  ["emptied there, typed on here", { text: "here", base: 1, dirty: true }, { text: "", version: 2 }, "here"],
  [
    "both",
    { text: "here", base: 1, dirty: true },
    { text: "there it is", version: 2 },
    "there it is\n\nhere",
  ],
])("%s", (_case, ours, theirs, shown) => {
  expect(reconcile(ours, theirs).text).toBe(shown);
});
