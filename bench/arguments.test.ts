import { expect, test } from "vitest";
import { readArguments } from "./arguments";
import { TARGET_NAMES } from "./targets/target";

test("everything is measured and written unless told otherwise", () => {
  expect(readArguments([])).toEqual({ json: false, write: true, passes: 1, targets: [...TARGET_NAMES] });
  expect(readArguments(["--json", "--no-write", "--passes", "3", "--targets", "wye"])).toEqual({
    json: true,
    write: false,
    passes: 3,
    targets: ["wye"],
  });
});

test.each([["--passes", "0"], ["--passes", "x"], ["--targets", "nothing"], ["--what"]])(
  "refused: %s %s",
  (...args) => {
    expect(() => readArguments(args)).toThrow();
  },
);
