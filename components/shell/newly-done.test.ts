import { expect, test } from "vitest";
import { newlyDone } from "./newly-done";

const chat = (id: string, streaming: boolean) => ({ id, streaming });

test("a chat is newly done when it was being answered and no longer is", () => {
  const before = [chat("ended", true), chat("goes on", true), chat("quiet", false), chat("deleted", true)];
  const now = [chat("new", false), chat("ended", false), chat("goes on", true), chat("quiet", false)];
  expect(newlyDone(before, now)).toEqual(["ended"]);
});
