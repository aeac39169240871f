import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeEvents } from "./merge-events";

const event = (delta: object, more: object = {}) =>
  `data: ${JSON.stringify({ id: "x", choices: [{ index: 0, delta, finish_reason: null, ...more }] })}`;

test("neighbouring text becomes one event", () => {
  const merged = mergeEvents([
    event({ role: "assistant", content: "a" }),
    event({ content: "b", reasoning_content: null }),
  ]);
  expect(merged).toBe(`${event({ role: "assistant", content: "ab" })}\n\n`);
});

test("text and reasoning stay apart and in order", () => {
  const events = [
    event({ reasoning_content: "r" }),
    event({ content: "a" }),
    event({ reasoning_content: "s" }),
  ];
  expect(mergeEvents(events)).toBe(events.map((one) => `${one}\n\n`).join(""));
});

test.each([
  ["a finish reason", event({ content: "z" }, { finish_reason: "stop" })],
  ["a tool call", event({ tool_calls: [{ index: 0 }] })],
  ["another choice", event({ content: "z" }, { index: 1 })],
  ["log probabilities", event({ content: "z" }, { logprobs: { content: [] } })],
  ["usage", 'data: {"choices":[],"usage":{"prompt_tokens":1}}'],
  ["an error", 'data: {"error":{"message":"no"}}'],
  ["what is not JSON", "data: {broken"],
  ["a comment", ": ping"],
  ["the end", "data: [DONE]"],
])("%s passes unchanged, after the text before it", (_name, other) => {
  const text = event({ content: "a" });
  expect(mergeEvents([text, other, text])).toBe(`${text}\n\n${other}\n\n${text}\n\n`);
});

test("no text is lost, added or moved", () => {
  const deltas = fc.array(fc.tuple(fc.constantFrom("content", "reasoning_content"), fc.string()));
  fc.assert(
    fc.property(deltas, (pairs) => {
      const merged = mergeEvents(pairs.map(([key, text]) => event({ [key]: text })));
      const read = merged
        .split("\n\n")
        .filter(Boolean)
        .flatMap((one) => {
          const delta: Record<string, string> = JSON.parse(one.slice(6)).choices[0].delta;
          return Object.entries(delta).flatMap(([key, text]) =>
            [...text].map((letter) => `${key}:${letter}`),
          );
        });
      expect(read).toEqual(pairs.flatMap(([key, text]) => [...text].map((letter) => `${key}:${letter}`)));
    }),
  );
});
