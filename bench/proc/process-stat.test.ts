import { expect, test } from "vitest";
import { listProcesses, parseProcessStat } from "./process-stat";
import { treeUsage } from "./tree-usage";

const TIMES = "0 -1 4194304 100 0 0 0 120 30 5 2 20 0 11 0 12345";

test("user, system and waited-for children's time add up", () => {
  expect(parseProcessStat(`42 (node) S 7 42 42 ${TIMES}`)).toEqual({
    pid: 42,
    name: "node",
    parentPid: 7,
    cpuMs: 1570,
  });
});

test("a name with spaces and parentheses is one name", () => {
  expect(parseProcessStat(`42 (next-server (v1) S 7 42 42 ${TIMES}`)).toMatchObject({
    name: "next-server (v1",
    parentPid: 7,
  });
});

test("other text is refused", () => {
  expect(() => parseProcessStat("not a process")).toThrow(RangeError);
});

test.runIf(process.platform === "linux")("this process is found, with memory of its own", () => {
  expect(listProcesses().map(({ pid }) => pid)).toContain(process.pid);
  expect(treeUsage([process.pid]).rssMb).toBeGreaterThan(1);
});
