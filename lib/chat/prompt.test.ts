import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MESSAGE_STATUSES } from "./message";
import { toPrompt } from "./prompt";

const text = fc.string({ maxLength: 5 });
const status = fc.constantFrom(...MESSAGE_STATUSES);
const said = fc.record({
  role: fc.constantFrom("user" as const, "assistant" as const),
  status: fc.constant("complete" as const),
  text,
});
const summary = fc.record({ role: fc.constant("summary" as const), status, text });
const anyPath = fc.array(fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: summary }));

const textOf = (prompt: ReturnType<typeof toPrompt>) =>
  prompt.map(({ content }) =>
    typeof content === "string" ? content : content.map((part) => ("text" in part ? part.text : "")).join(""),
  );

/** Every text is there, one after the other. */
function expectInOrder(prompt: ReturnType<typeof toPrompt>, texts: readonly string[]): void {
  const all = textOf(prompt).join("\n\n");
  let from = 0;
  for (const each of texts) {
    const at = all.indexOf(each, from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at + each.length;
  }
}

test("turns alternate and begin with a question, whatever was deleted or summarised", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      toPrompt(path).forEach(({ role }, at) => {
        expect(role).toBe(at % 2 === 0 ? "user" : "assistant");
      });
    }),
  );
});

test("every text is sent in order where nothing was summarised", () => {
  fc.assert(
    fc.property(fc.array(said), (path) =>
      expectInOrder(
        toPrompt(path),
        path.map((row) => row.text),
      ),
    ),
  );
});

test("an answer that has no text is left out", () => {
  const prompt = toPrompt([
    { role: "user", status: "complete", text: "One" },
    { role: "assistant", status: "failed", text: "" },
    { role: "user", status: "complete", text: "Two" },
  ]);
  expect(textOf(prompt)).toEqual(["One\n\nTwo"]);
});

describe("a summary", () => {
  const marked = (prefix: string, path: fc.Arbitrary<{ text: string }[]>) =>
    path.map((rows) => rows.map((row, at) => ({ ...row, text: `${prefix}${at}` })));
  const whole = { role: "summary", status: "complete", text: "In short" } as const;

  test("is sent in the place of everything above it, and what follows it after it", () => {
    const before = marked("before", anyPath) as typeof anyPath;
    const after = marked("after", fc.array(said)) as typeof anyPath;
    fc.assert(
      fc.property(before, after, (above, below) => {
        const prompt = toPrompt([...above, whole, ...below]);
        expect(textOf(prompt).join("")).not.toContain("before");
        expectInOrder(prompt, ["In short", ...below.map((row) => row.text)]);
      }),
    );
  });

  test("that is not complete, or says nothing, changes nothing", () => {
    const idle = fc.oneof(
      fc.record({
        role: fc.constant("summary" as const),
        status: status.filter((s) => s !== "complete"),
        text,
      }),
      fc.constant({ ...whole, text: " \n" }),
    );
    fc.assert(
      fc.property(fc.array(said), fc.array(said), idle, (above, below, one) => {
        expect(toPrompt([...above, one, ...below])).toEqual(toPrompt([...above, ...below]));
      }),
    );
  });

  test("that has another after it is not sent", () => {
    const prompt = toPrompt([
      { ...whole, text: "First" },
      whole,
      { role: "user", status: "complete", text: "And?" },
    ]);
    expect(textOf(prompt)).toHaveLength(1);
    expect(textOf(prompt)[0]).not.toContain("First");
    expectInOrder(prompt, ["In short", "And?"]);
  });
});
