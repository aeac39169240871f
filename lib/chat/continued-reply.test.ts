import { expect, it } from "vitest";
import { ContinuedReply } from "./continued-reply";
import { Run } from "./run";

const newRun = () =>
  new Run(
    { teamId: "t", personId: "p", chatId: "c", answerId: "a" },
    { parentId: null, status: "streaming", createdAt: new Date(0).toISOString() },
  );

it("says at once what was there, then what is new, without what is repeated", () => {
  const run = newRun();
  const cut = { text: "The quick bro", reasoning: "Foxes.", reasoningMs: 1200 };
  run.beginWith(cut);
  const reply = new ContinuedReply(run, cut);
  expect(run.textOf("text")).toBe("The quick bro");
  expect(run.reasoningMs).toBeGreaterThanOrEqual(1200);
  reply.reasoning("More foxes.");
  for (const delta of ["bro", "wn f", "ox"]) reply.text(delta);
  reply.end();
  expect(run.textOf("text")).toBe("The quick brown fox");
  expect(run.textOf("reasoning")).toBe("Foxes.\n\nMore foxes.");
});

it("loses nothing that was held back when the model ends early", () => {
  const run = newRun();
  const cut = { text: "one two three", reasoning: "", reasoningMs: null };
  run.beginWith(cut);
  const reply = new ContinuedReply(run, cut);
  reply.text(" two");
  reply.end();
  expect(run.textOf("text")).toBe("one two three two");
});
