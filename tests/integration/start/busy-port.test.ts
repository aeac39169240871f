import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "@/scripts/start/root.mjs";

/** A checkout that was never built. */
let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "wye-unbuilt-"));
  for (const part of ["scripts", "db", "lib", "package.json", "package-lock.json"]) {
    cpSync(join(root, part), join(tree, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  mkdirSync(join(tree, "data"));
});
afterAll(() => rmSync(tree, { recursive: true }));

async function outcomeOf(child: ChildProcess): Promise<{ code: number; output: string }> {
  if (!child.stdout || !child.stderr) throw new RangeError("both are piped");
  const [[code], out, errors] = await Promise.all([
    once(child, "exit"),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, output: out + errors };
}

it("tells of a busy port before it builds", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const { port } = squatter.address() as AddressInfo;
  const main = join(tree, "scripts", "start", "start.ts");
  const child = spawn(process.execPath, ["-e", `import(${JSON.stringify(main)}).then((m) => m.main([]))`], {
    cwd: tree,
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", PORT: String(port), WYE_DATA_DIR: "data" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { code, output } = await outcomeOf(child);
  squatter.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use by another program.`);
  expect(output).not.toContain("Building");
  expect(output).not.toContain("Opening the database");
});
