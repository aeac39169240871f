import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { continueInstruction } from "@/lib/chat/continue-instruction";
import { DEMO_MODEL_ID, demo } from "./demo";
import { demoModel } from "./demo-model";
import { demoTokens } from "./demo-tokens";

async function run(question: string, options: Partial<LanguageModelV4CallOptions> = {}) {
  const { stream } = await demoModel(DEMO_MODEL_ID, 0).doStream({
    prompt: [{ role: "user", content: [{ type: "text", text: question }] }],
    ...options,
  });
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  const join = (type: "text-delta" | "reasoning-delta") =>
    parts.map((part) => (part.type === type ? part.delta : "")).join("");
  const finish = parts.find((part) => part.type === "finish");
  return { parts, text: join("text-delta"), reasoning: join("reasoning-delta"), finish };
}

describe("the demo model", () => {
  it("says that it is a demo, in the language of the question, with a reasoning part first", async () => {
    const english = await run("What is a fjord?");
    expect(english.text).toContain("demo model");
    expect(english.reasoning).toContain("What is a fjord?");
    expect(english.parts.findIndex(({ type }) => type === "reasoning-delta")).toBeLessThan(
      english.parts.findIndex(({ type }) => type === "text-delta"),
    );
    const chinese = await run("什么是峡湾？");
    expect(chinese.text).toContain("演示模型");
    expect(chinese.reasoning).toContain("什么是峡湾？");
  });

  it("reports exactly what it streamed", async () => {
    const { parts, finish } = await run("Count me");
    if (finish?.type !== "finish") throw new Error("not finished");
    const deltas = (type: string) => parts.filter((part) => part.type === type).length;
    expect(demo.readUsage({ modelId: "wye-demo", usage: finish.usage })?.buckets).toMatchObject({
      input: 2,
      output: deltas("text-delta"),
      reasoning: deltas("reasoning-delta"),
    });
  });

  it("keeps to a limit and says that it was cut", async () => {
    const { finish, text, reasoning } = await run("Hello", { maxOutputTokens: 5 });
    expect(demoTokens(reasoning + text)).toHaveLength(5);
    expect(finish).toMatchObject({ finishReason: { unified: "length" } });
  });

  it("stops when aborted", async () => {
    await expect(run("Hello", { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("writes a title when asked for one", async () => {
    const prompt: LanguageModelV4CallOptions["prompt"] = [
      { role: "system", content: "Write a title of at most six words." },
      { role: "user", content: [{ type: "text", text: "How do tides work, and why twice a day?" }] },
    ];
    expect(await run("", { prompt })).toMatchObject({ text: "How do tides work, and why", reasoning: "" });
  });

  it("takes no chat's instructions for a wish for a title", async () => {
    const prompt: LanguageModelV4CallOptions["prompt"] = [
      { role: "system", content: "Give every answer a title." },
      { role: "user", content: [{ type: "text", text: "How do tides work?" }] },
    ];
    expect((await run("", { prompt })).text).toContain("demo model");
  });

  it("goes on from its own answer that broke off, wherever that was", async () => {
    const { text } = await run("What is a fjord?");
    for (const at of [1, 40, text.length - 3]) {
      const cut = { text: text.slice(0, at), reasoning: "" };
      const prompt: LanguageModelV4CallOptions["prompt"] = [
        { role: "user", content: [{ type: "text", text: "What is a fjord?" }] },
        { role: "assistant", content: [{ type: "text", text: cut.text }] },
        { role: "user", content: [{ type: "text", text: continueInstruction(cut) }] },
      ];
      expect((await run("", { prompt })).text).toBe(text.slice(at));
    }
  });

  it("thinks anew when it broke off before it answered", async () => {
    const instruction = continueInstruction({ text: "", reasoning: "The question is" });
    const { text, reasoning } = await run(`What is a fjord?\n\n${instruction}`);
    expect(reasoning).toContain("“What is a fjord?”");
    expect(text).toContain("demo model");
  });

  it("cuts a text into tokens that join back to it", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => demoTokens(text).join("") === text));
  });
});
