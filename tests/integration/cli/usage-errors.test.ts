import { expect, test } from "vitest";
import { runCommand } from "./run-command";

/** No database, no secrets: wrong usage is told before anything is asked for. */
const run = (...args: string[]) => runCommand({}, args);

test.each([
  [
    ["ask", "--mode", "fast", "hello"],
    ["--mode", "knowledge, reasoning, auto"],
  ],
  [
    ["provider", "add", "--instance", "--vendor", "acme"],
    ["--vendor", "openai", "openai-compatible", "demo"],
  ],
  [["user", "create", "--email", "a@example.com", "--name", "A"], ["--password"]],
  [
    ["usage", "list", "--limit", "0"],
    ["--limit", "from 1 to"],
  ],
  [
    ["price", "--vendor", "openai", "--model", "gpt-4o", "--at", "2026-01-01", "--usage", '{"inputs":1}'],
    ["--usage", "cacheRead"],
  ],
  [
    ["chat", "show", "first"],
    ["id", "chat list"],
  ],
  [
    ["team", "creat"],
    ["creat", "create"],
  ],
])("wrong usage ends with 2 and says what would be right: %j", async (args, said) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  for (const text of said) expect(stderr).toContain(text);
});

test("help is a result", async () => {
  const { code, stdout, stderr } = await run("provider", "add", "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const flag of ["--team", "--instance", "--vendor", "--base-url", "--api-key", "--json", "--as"])
    expect(stdout).toContain(flag);
});

test("no command at all is wrong usage, and the help goes to standard error", async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("provider");
});
