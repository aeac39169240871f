import { describe, expect, test } from "vitest";
import type { MessageStatus, WyeMessage } from "@/lib/chat/message";
import { nextQueued } from "./next-queued";
import type { Queued } from "./queued";

const item = (id: string, waitsFor: Queued["waitsFor"] = "answer"): Queued => ({
  id,
  answerId: `answer to ${id}`,
  text: id,
  waitsFor,
});
const answer = (status: MessageStatus): WyeMessage => ({
  id: "a",
  role: "assistant",
  parts: [],
  metadata: { parentId: null, status, createdAt: "" },
});
const turn = {
  items: [item("first"), item("second")],
  urgent: null,
  status: "ready",
  online: true,
  last: answer("complete"),
} as const;

describe("the next queued message", () => {
  test("is the first, once the answer is complete", () => {
    expect(nextQueued(turn)?.id).toBe("first");
    expect(nextQueued({ ...turn, items: [] })).toBeNull();
  });

  test.each(["waiting", "streaming", "stopping", "recovering"] as const)("waits while %s", (status) => {
    expect(nextQueued({ ...turn, status, urgent: "second" })).toBeNull();
  });

  test.each(["stopped", "interrupted", "failed"] as const)(
    "is none after an answer that was %s",
    (status) => {
      expect(nextQueued({ ...turn, last: answer(status) })).toBeNull();
    },
  );

  test("is none after a failure, unless the person wants it", () => {
    expect(nextQueued({ ...turn, status: "failed" })).toBeNull();
    expect(nextQueued({ ...turn, status: "failed", urgent: "second" })?.id).toBe("second");
  });

  test("is what the person wants now, after a stop too", () => {
    expect(nextQueued({ ...turn, last: answer("stopped"), urgent: "second" })?.id).toBe("second");
  });

  test("that waits for a connection goes when there is one, however the last answer ended", () => {
    const offline = { ...turn, items: [item("typed offline", "connection")], last: answer("stopped") };
    expect(nextQueued({ ...offline, online: false })).toBeNull();
    expect(nextQueued(offline)?.id).toBe("typed offline");
  });
});
