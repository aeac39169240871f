import fc from "fast-check";
import { expect, test } from "vitest";
import { toPrompt } from "./prompt";

const rows = fc.array(
  fc.record({
    role: fc.constantFrom("user" as const, "assistant" as const),
    text: fc.string({ maxLength: 5 }),
  }),
);

const textOf = (prompt: ReturnType<typeof toPrompt>) =>
  prompt.map(({ content }) =>
    typeof content === "string" ? content : content.map((part) => ("text" in part ? part.text : "")).join(""),
  );

test("turns alternate and begin with a question, whatever was deleted, and every text is sent in order", () => {
  fc.assert(
    fc.property(rows, (path) => {
      const prompt = toPrompt(path);
      prompt.forEach(({ role }, at) => {
        expect(role).toBe(at % 2 === 0 ? "user" : "assistant");
      });
      const all = textOf(prompt).join("\n\n");
      let from = 0;
      for (const { text } of path) {
        const at = all.indexOf(text, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + text.length;
      }
    }),
  );
});

test("an answer that has no text is left out", () => {
  const prompt = toPrompt([
    { role: "user", text: "One" },
    { role: "assistant", text: "" },
    { role: "user", text: "Two" },
  ]);
  expect(textOf(prompt)).toEqual(["One\n\nTwo"]);
});
