import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical";
import type { ChainEntry } from "./chain-entry";
import { encodeEntry } from "./encode-entry";
import { VIAS } from "./via";

const text = fc.string({ unit: "grapheme" });
const maybe = fc.option(text, { nil: null });
/** Without a sign of zero, which JSON text does not keep either. */
const json = fc
  .jsonValue({ depthSize: "small" })
  .map((value): unknown => JSON.parse(JSON.stringify(value).replace(/-0(?![.\d])/g, "0")));
const entry: fc.Arbitrary<ChainEntry> = fc.record({
  version: fc.constant(1),
  team: fc.uuid(),
  seq: fc.integer({ min: 1 }),
  id: fc.uuid(),
  at: fc
    .date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true })
    .map((at) => at.toISOString()),
  actor: fc.option(fc.uuid(), { nil: null }),
  via: fc.constantFrom(...VIAS),
  action: text,
  target: maybe,
  request: maybe,
  before: json,
  after: json,
  personal: fc.dictionary(text, fc.record({ subject: fc.uuid(), sealed: maybe }), { maxKeys: 3 }),
  prevHash: fc.constant("00"),
  hash: fc.constant("00"),
});

test("the canonical text of a value is JSON of that value, whatever the order of its keys", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
    }),
  );
});

test.each([
  [1e21, "1000000000000000000000"],
  [-1.5e-7, "-0.00000015"],
  [1.25e22, "12500000000000000000000"],
  [-0, "0"],
  [0.1, "0.1"],
])("%d is written in plain digits: %s", (value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test("two entries that differ in anything never read the same", () => {
  fc.assert(
    fc.property(entry, entry, (a, b) => {
      expect(encodeEntry(a) === encodeEntry(b)).toBe(JSON.stringify(normal(a)) === JSON.stringify(normal(b)));
    }),
  );
});

test("moving text from one field to the next changes what is read", () => {
  fc.assert(
    fc.property(entry, text, text, fc.string({ minLength: 1 }), (one, a, b, moved) => {
      const before = encodeEntry({ ...one, action: a + moved, target: b });
      expect(encodeEntry({ ...one, action: a, target: moved + b })).not.toBe(before);
      expect(encodeEntry({ ...one, target: null, request: a })).not.toBe(
        encodeEntry({ ...one, target: a, request: null }),
      );
    }),
  );
});

test("an entry that went through a line of JSON reads the same", () => {
  fc.assert(
    fc.property(entry, (one) => {
      const line = JSON.stringify(one);
      expect(encodeEntry(JSON.parse(line) as ChainEntry)).toBe(encodeEntry(one));
    }),
  );
});

const normal = (one: ChainEntry) => ({
  ...one,
  before: canonicalJson(one.before),
  after: canonicalJson(one.after),
  personal: canonicalJson(one.personal),
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
