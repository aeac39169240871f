import { describe, expect, test } from "vitest";
import type { Comparison } from "@/lib/chat/comparison";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import { columnsOf, withCompared } from "./columns";
import { askedBeside, askedOnce, askedTogether, followedTogether } from "./comparison-plans";

const KNOWLEDGE: Choice = { kind: "mode", mode: "knowledge" };
const REASONING: Choice = { kind: "mode", mode: "reasoning" };

const question: WyeMessage = {
  id: "q",
  role: "user",
  parts: [{ type: "text", text: "Why?" }],
  metadata: { parentId: null, position: 0, status: "complete", createdAt: "2026-01-01T00:00:00.000Z" },
};
const answer = (id: string, comparison?: Comparison): WyeMessage => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text: id }],
  metadata: {
    parentId: "q",
    status: "complete",
    createdAt: "2026-01-01T00:00:01.000Z",
    ...(comparison && { comparison }),
  },
});
const at = (place: number, picked: boolean | null = null): Comparison => ({ id: "c", place, picked });
const state = (messages: WyeMessage[]) => ({ messages, siblings: {}, unsent: null });
const beside = (message: WyeMessage) => ({ message, before: [question], beside: undefined, earlier: false });

describe("a question to several", () => {
  test("is asked of each under ids of its own, in one comparison, and the first leads", () => {
    const plan = askedTogether(
      {
        chatId: "chat",
        state: state([question, answer("a")]),
        settings: { temperature: 1 },
        temporary: false,
      },
      "And?",
      [KNOWLEDGE, REASONING],
      "next",
    );
    const requests = plan.columns.map(({ request }) => request);
    expect(plan.before.map(({ id }) => id)).toEqual(["q", "a", "next"]);
    expect(requests.map((request) => request?.choice)).toEqual([KNOWLEDGE, REASONING]);
    expect(requests.map((request) => request?.comparison?.place)).toEqual([0, 1]);
    expect(new Set(requests.map((request) => request?.comparison?.id)).size).toBe(1);
    expect(new Set(requests.map((request) => request?.answerId)).size).toBe(2);
    for (const request of requests) {
      expect(request).toMatchObject({
        message: { id: "next", text: "And?" },
        parentId: "a",
        settings: { temperature: 1 },
      });
    }
    expect(plan.activeId).toBe(requests[0]?.answerId);
    expect(plan.siblings.next).toEqual(requests.map((request) => request?.answerId));
  });

  test("takes the place of one that the server does not have", () => {
    const unsent = { ...state([question]), unsent: "Why?" };
    const plan = askedTogether(
      { chatId: "c", state: unsent, settings: null, temporary: false },
      "How?",
      [KNOWLEDGE],
      "next",
    );
    expect(plan.before.map(({ id }) => id)).toEqual(["next"]);
    expect(plan.columns[0]?.request).toMatchObject({ parentId: null });
  });
});

describe("another answer beside one", () => {
  test("has the one that was alone in the first place, and leads to it still", () => {
    const plan = askedBeside(
      { chatId: "chat", state: state([question, answer("a")]) },
      beside(answer("a")),
      REASONING,
    );
    expect(plan?.columns.map(({ message }) => message.metadata?.comparison?.place)).toEqual([0, 1]);
    expect(plan?.columns[1]?.request).toMatchObject({ besideId: "a", parentId: "q", message: null });
    expect(plan?.activeId).toBe("a");
  });

  test("leads the path where the chat had gone on from the other", () => {
    const later = [question, answer("a"), { ...question, id: "q2" }, answer("b")];
    const plan = askedBeside({ chatId: "chat", state: state(later) }, beside(answer("a")), REASONING);
    expect(plan?.activeId).toBe(plan?.columns[1]?.message.id);
  });

  test("takes the first free place; before the one that leads it leads, unless that was picked", () => {
    const columns = (picked: boolean | null) => [answer("a", at(0)), answer("d", at(3, picked))];
    for (const [picked, leads] of [
      [null, false],
      [true, true],
    ] as const) {
      const leading = withCompared(columns(picked), "d") ?? answer("d");
      const plan = askedBeside(
        { chatId: "chat", state: state([question, leading]) },
        beside(leading),
        REASONING,
      );
      expect(plan?.columns.map(({ message }) => message.metadata?.comparison?.place)).toEqual([0, 1, 3]);
      expect(plan?.activeId === "d").toBe(leads);
    }
  });

  test("is not asked for where four stand already, or where there is no question", () => {
    const four =
      withCompared(
        [0, 1, 2, 3].map((place) => answer(`a${place}`, at(place))),
        "a0",
      ) ?? answer("a0");
    const input = { chatId: "chat", state: state([question, four]) };
    expect(askedBeside(input, beside(four), REASONING)).toBeNull();
    expect(askedBeside(input, { ...beside(answer("a")), before: [] }, REASONING)).toBeNull();
  });
});

test("what is there is followed and not asked for", () => {
  const leading = withCompared([answer("a", at(0)), answer("b", at(1))], "b") ?? answer("b");
  const plan = followedTogether({ messages: [question, leading], siblings: {} });
  expect(plan.columns.map(({ message, request }) => [message.id, request])).toEqual([
    ["a", null],
    ["b", null],
  ]);
  expect(plan.activeId).toBe("b");
});

test("what came to nothing is asked for again in its place, under another id", () => {
  const leading = withCompared([answer("a", at(0)), answer("b", at(1))], "a") ?? answer("a");
  const { message, request } = askedOnce({ chatId: "chat", messages: [question, leading] }, "b", REASONING);
  expect(request).toMatchObject({ parentId: "q", choice: REASONING, comparison: { id: "c", place: 1 } });
  expect(columnsOf(leading).map(({ id }) => id)).not.toContain(message.id);
  expect(request?.answerId).toBe(message.id);
});
