import { expect, test } from "vitest";
import { judgeFailure } from "./judge-failure";

const failure = (code: string, responseCode?: number) =>
  Object.assign(new Error("to ada@example.com"), { code, ...(responseCode && { responseCode }) });

test.each([
  ["the address does not exist", failure("EENVELOPE", 550), { code: "550", isFinal: true }],
  ["the message is refused", failure("EMESSAGE", 554), { code: "554", isFinal: true }],
  ["the mailbox is busy", failure("EENVELOPE", 450), { code: "450", isFinal: false }],
  ["our password is wrong, which somebody will mend", failure("EAUTH", 535), { code: "535", isFinal: false }],
  ["nobody answers", failure("ECONNREFUSED"), { code: "ECONNREFUSED", isFinal: false }],
  ["a code that could hold anything", failure("to ada@example.com"), { code: "unknown", isFinal: false }],
  ["something else was thrown", "ada@example.com", { code: "unknown", isFinal: false }],
])("%s", (_, error, expected) => {
  expect(judgeFailure(error)).toEqual(expected);
});
