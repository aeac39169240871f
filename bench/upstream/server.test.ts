import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readDelta } from "../load/read-delta";
import { SseReader } from "../load/sse-reader";
import { startUpstream, type Upstream } from "../run/upstream";
import { answerText, usageOf } from "./wire";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream(null);
});
afterAll(() => upstream.stop());

const ask = (body: object, signal?: AbortSignal) =>
  fetch(`${upstream.baseUrl}/chat/completions`, {
    method: "POST",
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

test.each([null, 1000])(
  "an answer has all its words and its usage at the end, at pace %s",
  async (tokensPerSecond) => {
    await upstream.control({ firstTokenDelayMs: 1, tokens: 20, tokensPerSecond });
    const response = await ask({ stream: true });
    const payloads = new SseReader().push(await response.text());
    expect(payloads.map((payload) => readDelta("completions", payload)).join("")).toBe(answerText(20));
    expect(payloads.at(-1)).toBe("[DONE]");
    expect(JSON.parse(payloads.at(-2) ?? "null").usage).toEqual(usageOf(20));
    await vi.waitFor(async () =>
      expect(await upstream.stats()).toMatchObject({ finished: 1, disconnects: 0, open: 0 }),
    );
  },
);

test("a client that goes away is counted", async () => {
  await upstream.control({ firstTokenDelayMs: 0, tokens: 1000, tokensPerSecond: 10 });
  const controller = new AbortController();
  const response = await ask({ stream: true }, controller.signal);
  await response.body?.getReader().read();
  controller.abort();
  await vi.waitFor(async () => {
    const stats = await upstream.stats();
    expect(stats).toMatchObject({ requests: 1, finished: 0, disconnects: 1, open: 0 });
    expect(stats.disconnectedAfterMs).toHaveLength(1);
  });
});

test("while it is held no answer begins, and all of them once it is not", async () => {
  await upstream.control({ firstTokenDelayMs: 0, tokens: 3, tokensPerSecond: null });
  await upstream.hold();
  const answers = [ask({ stream: true }), ask({ stream: true })];
  await vi.waitFor(async () => expect(await upstream.stats()).toMatchObject({ open: 2, finished: 0 }));
  await fetch(upstream.releaseUrl, { method: "POST" });
  for (const answer of answers) expect(await (await answer).text()).toContain("[DONE]");
  expect(await (await ask({ stream: true })).text()).toContain("[DONE]");
});

test("a request without a stream is answered with no more tokens than it allows", async () => {
  await upstream.control({ firstTokenDelayMs: 0, tokens: 100, tokensPerSecond: null });
  const response = await ask({ max_tokens: 5 });
  expect(await response.json()).toMatchObject({
    choices: [{ message: { content: answerText(5) } }],
    usage: { completion_tokens: 5 },
  });
});
