import fc from "fast-check";
import { expect, test } from "vitest";
import { EventData } from "./event-data";
import { addReply, costOfHeader, NO_ANSWER } from "./play-answer";
import { parseBody, toBody } from "./play-draft";

const delta = (said: object) => ({ choices: [{ index: 0, delta: said }] });
const EVENTS = [
  delta({ role: "assistant", content: "" }),
  delta({ reasoning_content: "Hm." }),
  delta({ content: "Hello, 世界\n\nand on" }),
  delta({ tool_calls: [{ index: 0, id: "a", function: { name: "weather", arguments: '{"city":' } }] }),
  delta({ tool_calls: [{ index: 0, function: { arguments: '"Wuxi"}' } }] }),
  { choices: [], usage: { prompt_tokens: 3, completion_tokens: 4, cost: "0.001", currency: "USD" } },
];

test("a stream says the same, however it was cut on the way", () => {
  const wire = `: ping\n\n${EVENTS.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}data: [DONE]\n\n`;
  fc.assert(
    fc.property(fc.array(fc.nat(wire.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), wire.length];
      const reader = new EventData();
      const data = places.flatMap((from, at) => reader.take(wire.slice(from, places[at + 1])));
      expect(data.at(-1)).toBe("[DONE]");
      const answer = data
        .slice(0, -1)
        .map((text) => JSON.parse(text))
        .reduce(addReply, NO_ANSWER);
      expect(answer).toEqual({
        ...{ text: "Hello, 世界\n\nand on", reasoning: "Hm.", failure: null },
        tools: [{ name: "weather", input: '{"city":"Wuxi"}' }],
        usage: { input: 3, output: 4 },
        cost: { amount: "0.001", currency: "USD" },
      });
    }),
  );
});

test("whatever comes instead of an answer breaks nothing", () => {
  fc.assert(fc.property(fc.jsonValue(), (reply) => void addReply(NO_ANSWER, reply)));
  expect(addReply(NO_ANSWER, { error: { message: "No.", code: "x", param: null } }).failure).toEqual({
    ...{ message: "No.", code: "x", field: null },
  });
  expect(costOfHeader("0.1 USD")).toEqual({ amount: "0.1", currency: "USD" });
  expect(costOfHeader(null)).toBeNull();
});

test("the form makes a request of what was filled in alone", () => {
  const empty = {
    model: "auto",
    system: "",
    question: "Why?",
    temperature: "",
    maxTokens: "",
    effort: "",
  } as const;
  const messages = [{ role: "user", content: "Why?" }];
  expect(toBody({ ...empty, stream: false })).toEqual({ model: "auto", messages });
  expect(toBody({ ...empty, temperature: "0.5", maxTokens: "many", stream: true })).toEqual({
    ...{ model: "auto", messages, temperature: 0.5, max_completion_tokens: "many" },
    ...{ stream: true, stream_options: { include_usage: true } },
  });
  expect(parseBody('{"model": "auto"}')).toEqual({ model: "auto" });
  for (const text of ["", "[1]", "null", "{"]) expect(parseBody(text)).toBeNull();
});
