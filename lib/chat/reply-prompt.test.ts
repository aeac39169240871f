import { describe, expect, it } from "vitest";
import { replyPrompt } from "./reply-prompt";

const path = [{ role: "user" as const, status: "complete" as const, text: "Why is the sky blue?" }];
const cut = (text: string, reasoning = "") => ({ text, reasoning, reasoningMs: null, cost: null });

describe("what a model is sent for a reply", () => {
  it("begins with the chat's instructions, and has none where there are none", () => {
    expect(replyPrompt({ path, settings: { instructions: "Be brief." }, cut: null })[0]).toEqual({
      role: "system",
      content: "Be brief.",
    });
    expect(replyPrompt({ path, settings: { temperature: 1 }, cut: null })).toMatchObject([{ role: "user" }]);
  });

  it("ends with the answer that broke off and the wish to go on", () => {
    const prompt = replyPrompt({ path, settings: {}, cut: cut("Because light ") });
    expect(prompt.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(prompt[1]).toMatchObject({ content: [{ text: "Because light " }] });
  });

  it("has no empty answer where the model was still thinking, and gives it its thoughts", () => {
    const prompt = replyPrompt({ path, settings: {}, cut: cut(" \n", "Light scatters") });
    expect(prompt).toMatchObject([{ role: "user" }]);
    expect(JSON.stringify(prompt)).toContain("Light scatters");
  });
});
