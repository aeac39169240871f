import { describe, expect, it } from "vitest";
import { continueInstruction } from "./continue-instruction";

const told = (text: string, reasoning = "") => continueInstruction({ text, reasoning });

describe("what a model is told about its answer that broke off", () => {
  it("quotes the end, and asks for the last word where the cut may have gone through it", () => {
    expect(told("The quick bro")).toContain('that last word, "bro", once more');
    expect(told("The quick bro")).toContain("The quick bro");
    expect(told(`${"x ".repeat(500)}end. `).length).toBeLessThan(1_500);
  });

  it("asks for the very next character after a space, a sign, or Chinese", () => {
    for (const text of ["The quick ", "So:\n\n", "天空是蓝"])
      expect(told(text)).toContain("very next character");
  });

  it("says that a code block is open", () => {
    expect(told("```ts\nconst a = 1;\n")).toContain("inside a code block");
    expect(told("```ts\nconst a = 1;\n```\n")).not.toContain("inside a code block");
  });

  it("gives the thoughts back to a model that had not begun to answer", () => {
    expect(told("", "First I look at the sky.")).toContain("First I look at the sky.");
  });
});
