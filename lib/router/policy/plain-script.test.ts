import fc from "fast-check";
import { RE2JS, RE2Set } from "re2js";
import { expect, test } from "vitest";
import { isPattern } from "./is-pattern";
import { plainScript } from "./plain-script";

const PIECES = [
  ...[
    "客户",
    "编号",
    "한국",
    "カタカナ",
    "，",
    "　",
    "\u3000?",
    "é",
    "ſ",
    "K",
    "K",
    "k",
    "s",
    "project",
    "12",
    "\n",
    "-",
    "¤",
    "😀",
  ],
  ...[
    ".",
    "\\w+",
    "\\W",
    "\\b",
    "\\B",
    "\\s",
    "\\S",
    "\\d*",
    "[^a-z]",
    "[^客]",
    "[客户]",
    "(?:客|a)+",
    "^",
    "$",
    ".{2}",
  ],
  ...["[一-龥]", "\\p{Han}", "\\P{L}", "\\x{5ba2}", "[[:^alpha:]]", "[[:word:]]", "\\Q客.\\E", "|"],
];
const pattern = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));
const text = fc
  .array(fc.constantFrom(..."客户编号国韓한국カ，　éſKKks1-2 \n¤😀a"), { maxLength: 30 })
  .map((characters) => characters.join(""));

test("the automaton finds in it what it finds in the text itself", () => {
  fc.assert(
    fc.property(
      fc.array(pattern, { minLength: 1, maxLength: 4 }),
      fc.array(text, { maxLength: 8 }),
      (given, texts) => {
        const patterns = given.filter(isPattern);
        const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
        for (const one of patterns) set.add(one);
        set.compile();
        const plain = plainScript(patterns);
        for (const one of texts) expect(set.match(plain(one))).toEqual(set.match(one));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("what no pattern names is one character, and what one names stays", () => {
  expect(plainScript(["客户\\d+", "ticket"])("客户 12，号码，Ticket")).toBe("客户 12，¤¤，Ticket");
  expect(plainScript(["\\p{Han}"])("客户")).toBe("客户");
  expect(plainScript(["[一-龥]"])("客户")).toBe("客户");
});

test("a text is as long as it was, however long that is", () => {
  const long = "客户a".repeat(10_000);
  expect(plainScript(["a"])(long)).toBe("¤¤a".repeat(10_000));
});
