import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MESSAGES } from "@/lib/i18n/messages";
import { bounded } from "./bounded";
import {
  isLate,
  judgeCircuits,
  judgeClock,
  judgeDisk,
  judgeJobs,
  judgeKey,
  judgeMail,
  judgeMigrations,
  judgeReplicas,
} from "./judge-health";

const NOW = new Date("2026-01-31T12:00:00Z");
const job = (secondsAgo: number, failed = false) => ({
  ...{ name: "send-mail" as const, everyMs: 60_000, failed },
  endedAt: new Date(NOW.getTime() - secondsAgo * 1000).toISOString(),
});

const FINDINGS = {
  migrations: [
    judgeMigrations({ count: 3, missing: [], isLater: false }),
    judgeMigrations({ count: 3, missing: ["0002_b"], isLater: false }),
    judgeMigrations({ count: 3, missing: [], isLater: true }),
  ],
  key: [judgeKey(true), judgeKey(false)],
  clock: [judgeClock(0), judgeClock(6_000), judgeClock(-6_000)],
  disk: [judgeDisk(null), judgeDisk({ freeBytes: 5e9 }), judgeDisk({ freeBytes: 1 })],
  mail: [
    judgeMail({ isOn: false, waiting: 0, givenUp: 0 }),
    judgeMail({ isOn: true, waiting: 0, givenUp: 0 }),
    judgeMail({ isOn: true, waiting: 1, givenUp: 0 }),
    judgeMail({ isOn: true, waiting: 1, givenUp: 1 }),
  ],
  jobs: [judgeJobs([job(1)], NOW), judgeJobs([job(1, true)], NOW), judgeJobs([job(181)], NOW)],
  replicas: [
    judgeReplicas([]),
    judgeReplicas([{ version: "1", alive: true }]),
    judgeReplicas([
      { version: "1", alive: true },
      { version: "2", alive: true },
    ]),
  ],
  circuits: [judgeCircuits(0), judgeCircuits(1)],
};

test("each finding of each check has a sentence", () => {
  for (const [name, found] of Object.entries(FINDINGS)) {
    const sentences: unknown = Object.entries(MESSAGES.en.admin.health.checks).find(
      ([key]) => key === name,
    )?.[1];
    expect(Object.keys(sentences ?? {})).toEqual(expect.arrayContaining(found.map(({ finding }) => finding)));
    expect(new Set(found.map(({ finding }) => finding)).size).toBe(found.length);
  }
});

describe("what is a fault", () => {
  test.each([
    ["a clock within five seconds", judgeClock(-5_000), "ok"],
    [
      "another version that is silent",
      judgeReplicas([
        { version: "1", alive: true },
        { version: "2", alive: false },
      ]),
      "ok",
    ],
    ["a job that ended two turns and a minute ago", judgeJobs([job(180)], NOW), "ok"],
    ["a job that ended longer ago", judgeJobs([job(181)], NOW), "wrong"],
    ["mail that was given up", judgeMail({ isOn: true, waiting: 0, givenUp: 1 }), "wrong"],
    ["mail that nobody set up", judgeMail({ isOn: false, waiting: 0, givenUp: 0 }), "note"],
    ["another key", judgeKey(false), "wrong"],
  ] as const)("%s", (_what, found, state) => {
    expect(found.state).toBe(state);
  });

  test("a job is never late before its next turn is due", () => {
    fc.assert(
      fc.property(fc.nat(86_400_000), fc.nat(86_400_000), (everyMs, agoMs) => {
        const report = { ...job(0), everyMs, endedAt: new Date(NOW.getTime() - agoMs).toISOString() };
        expect(isLate(report, NOW) && agoMs <= everyMs).toBe(false);
      }),
    );
  });
});

test("what never answers, or fails, is told as such", async () => {
  expect(await bounded(() => new Promise(() => undefined), 1)).toEqual({ ok: false });
  expect(await bounded(() => Promise.reject(new Error("away")), 60_000)).toEqual({ ok: false });
  expect(await bounded(async () => 7, 60_000)).toEqual({ ok: true, value: 7 });
});
