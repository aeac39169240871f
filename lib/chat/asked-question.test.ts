import { expect, test } from "vitest";
import { askedQuestion } from "./asked-question";
import type { AskedMessage } from "./begin-reply";

const user = (text: string): AskedMessage => ({ role: "user", status: "complete", text });
const answer = (change: Partial<AskedMessage> = {}): AskedMessage => ({
  role: "assistant",
  status: "complete",
  text: "Because.",
  model: "up/vendor/m",
  mode: "reasoning",
  cachedTokens: 7,
  ...change,
});
const asked = (path: AskedMessage[], mayStandIn = false, standIn?: true) =>
  askedQuestion({ path, aboveSummary: [], mayStandIn }, { standIn });

test("a first question has nothing before it", () => {
  expect(asked([user("Why?")])).toEqual({ question: "Why?", history: [], before: null, standIn: "no" });
});

test("a later one has the questions before it with their modes, and who answered last", () => {
  const path = [user("One"), answer({ mode: "knowledge" }), user("Two"), answer(), user("Three")];
  expect(asked(path)).toEqual({
    question: "Three",
    history: [
      { text: "One", mode: "knowledge" },
      { text: "Two", mode: "reasoning" },
    ],
    before: { provider: "up", model: "vendor/m", mode: "reasoning", cachedTokens: 7 },
    standIn: "no",
  });
});

test("an answer that said nothing was none, nor has one a mode whose model was named", () => {
  const failed = answer({ text: "", status: "failed", model: "up/other" });
  const path = [user("One"), answer({ mode: null }), user("Two"), failed, user("Three")];
  expect(asked(path)).toMatchObject({
    history: [{ text: "One" }, { text: "Two", mode: "reasoning" }],
    before: { model: "vendor/m", mode: null },
  });
});

test("where the path begins with a summary, what stands above it is known still, and nothing of it is in a cache", () => {
  const summary: AskedMessage = { role: "summary", status: "complete", text: "In short." };
  const { cachedTokens: _, ...above } = answer();
  const path = [summary, user("Why?")];
  expect(askedQuestion({ path, aboveSummary: [user("One"), above], mayStandIn: false }, {})).toMatchObject({
    question: "Why?",
    history: [{ text: "One", mode: "reasoning" }],
    before: { model: "vendor/m", mode: "reasoning", cachedTokens: 0 },
  });
});

test("another model stands in at once where it is asked for, else where the person always allows it", () => {
  const path = [user("Why?")];
  expect([asked(path), asked(path, true), asked(path, true, true)].map(({ standIn }) => standIn)).toEqual([
    "no",
    "if-it-fails",
    "now",
  ]);
});
