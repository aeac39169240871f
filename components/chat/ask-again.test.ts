import { expect, test } from "vitest";
import type { WyeMessage } from "@/lib/chat/message";
import { askAgain } from "./ask-again";
import type { ReplyRequest } from "./chat-transport";

const choice = { kind: "mode", mode: "knowledge" } as const;
const question: WyeMessage = { id: "question", role: "user", parts: [{ type: "text", text: "Why?" }] };
const asked: ReplyRequest = {
  chatId: "chat",
  message: { id: "question", text: "Why?" },
  parentId: null,
  answerId: "answer",
  choice,
};
const askedForAnother: ReplyRequest = {
  chatId: "chat",
  message: null,
  parentId: "question",
  answerId: "second answer",
  choice,
};
const common = { chatId: "chat", question, continuesId: undefined, choice };

test("a question that may not have arrived goes again under the same ids", () => {
  expect(askAgain({ ...common, saved: new Set(), last: asked, lastTaken: false })).toEqual(asked);
});

test("so does the wish for another answer, which would otherwise be paid for twice", () => {
  const saved = new Set(["question"]);
  expect(askAgain({ ...common, saved, last: askedForAnother, lastTaken: false })).toEqual(askedForAnother);
});

test("another answer in the place of one that was to go on does not go on from it", () => {
  const saved = new Set(["question"]);
  const last = { ...askedForAnother, continuesId: "cut" };
  const lost = { ...common, saved, last, lastTaken: false };
  expect(askAgain({ ...lost, continuesId: "cut" })).toEqual(last);
  const anew = askAgain(lost);
  expect(anew).not.toHaveProperty("continuesId");
  expect(anew.answerId).not.toBe("second answer");
});

test("it names the answer that it is asked for beside, and the consent to another model", () => {
  const saved = new Set(["question"]);
  const last = { last: null, lastTaken: false };
  const again = askAgain({ ...common, ...last, saved, besideId: "first", standIn: true });
  expect(again).toMatchObject({ besideId: "first", standIn: true });
  const goesOn = askAgain({ ...common, ...last, saved, besideId: "cut", continuesId: "cut" });
  expect(goesOn).toMatchObject({ continuesId: "cut" });
  expect(goesOn).not.toHaveProperty("besideId");
});

test("consent to another model is not lost in the repetition of a request without it", () => {
  const saved = new Set(["question"]);
  const again = askAgain({ ...common, saved, last: askedForAnother, lastTaken: false, standIn: true });
  expect(again.standIn).toBe(true);
  expect(again.answerId).not.toBe("second answer");
});

test("a wish that was taken is followed by a new one", () => {
  const saved = new Set(["question"]);
  const again = askAgain({ ...common, saved, last: askedForAnother, lastTaken: true });
  expect(again).toMatchObject({ message: null, parentId: "question" });
  expect(again.answerId).not.toBe("second answer");
});

test("a question from before this page was opened is answered once more without its text", () => {
  const again = askAgain({ ...common, saved: new Set(["question"]), last: null, lastTaken: false });
  expect(again).toMatchObject({ message: null, parentId: "question" });
});
