import { beforeAll, expect, test } from "vitest";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { setTestSecrets } from "@/tests/support/test-environment";
import { patienceFor } from "./patience";

beforeAll(() => setTestSecrets());

const PLAIN: ModelAbilities = {
  ...{ reasoning: "none", thinksUnasked: false, temperature: "always", maxTemperature: 2 },
  ...{ efforts: [], outputLimit: null },
};
const LATER = 10 ** 9;
const WHOLE_MS = 300_000;

type Waiting = Parameters<typeof patienceFor>[0];
const silentMs = (change: Partial<Waiting> = {}, abilities: Partial<ModelAbilities> = {}) =>
  patienceFor({
    next: { last: false, way: { local: false } },
    target: { abilities: { ...PLAIN, ...abilities }, thinking: "off", effort: null },
    ...{ request: {}, promptTokens: 0, usualMs: null, untilMs: performance.now() + LATER },
    ...change,
  }).silentMs;

test("a model that does not think first makes way for another after a minute of silence", () => {
  expect(silentMs()).toBe(60_000);
});

test("a long prompt is given the time to be read, and a slow model its own, but no more than any call", () => {
  expect(silentMs({ promptTokens: 100_000 })).toBe(110_000);
  expect(silentMs({ usualMs: 9_000 })).toBe(90_000);
  expect(silentMs({ promptTokens: 2_000_000 })).toBe(WHOLE_MS);
});

test("a model that thinks, one of the instance's own machines, and the last one there is are waited for", () => {
  expect(silentMs({}, { reasoning: "always" })).toBe(WHOLE_MS);
  const asked = { abilities: { ...PLAIN, reasoning: "switchable" as const }, effort: null };
  expect(silentMs({ target: { ...asked, thinking: "on" } })).toBe(WHOLE_MS);
  expect(silentMs({ target: { ...asked, thinking: "off" } })).toBe(60_000);
  expect(silentMs({ next: { last: false, way: { local: true } } })).toBe(WHOLE_MS);
  expect(silentMs({ next: { last: true, way: { local: false } } })).toBe(WHOLE_MS);
});

test("nobody is waited for beyond the time that all of them have together", () => {
  const { firstTokenMs, silentMs: silent } = patienceFor({
    next: { last: true, way: { local: false } },
    target: { abilities: PLAIN, thinking: "off", effort: null },
    ...{ request: {}, promptTokens: 0, usualMs: null, untilMs: performance.now() - 1 },
  });
  expect([firstTokenMs, silent]).toEqual([0, 0]);
});
