import { expect, test } from "vitest";
import { readArguments } from "./arguments";
import { PART_NAMES } from "./parts/part-name";
import { TARGET_NAMES } from "./targets/target";

test("everything is measured and written unless told otherwise", () => {
  expect(readArguments([])).toEqual({
    json: false,
    write: true,
    passes: 1,
    parts: [...PART_NAMES],
    targets: [...TARGET_NAMES],
  });
  const some = ["--json", "--no-write", "--passes", "3", "--parts", "followers,chat", "--targets", "wye"];
  expect(readArguments(some)).toEqual({
    json: true,
    write: false,
    passes: 3,
    parts: ["followers", "chat"],
    targets: ["wye"],
  });
});

test.each([["--passes", "0"], ["--passes", "x"], ["--targets", "nothing"], ["--parts", "all"], ["--what"]])(
  "refused: %s %s",
  (...args) => {
    expect(() => readArguments(args)).toThrow();
  },
);
