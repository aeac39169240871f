import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./source-files";

/** A broken rule: `rule: from -> to`. */
export type Violation = string;

/** Runs the project's own dependency-cruiser rules over a small tree of files, and says what they refuse. */
export async function cruise(files: Readonly<Record<string, string>>): Promise<Violation[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "wye-imports-"));
  try {
    for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
      await cp(path.join(ROOT, name), path.join(folder, name));
    }
    await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
    for (const [name, source] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
      await writeFile(path.join(folder, name), source);
    }
    return readViolations(await runCruiser(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** dependency-cruiser exits with the number of broken rules, so a status above 0 is a result. */
function runCruiser(folder: string): Promise<string> {
  const program = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [program, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "."];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      if (stdout.startsWith("{")) resolve(stdout);
      else reject(error ?? new Error(stderr));
    });
  });
}

function readViolations(json: string): Violation[] {
  const report: { summary: { violations: { from: string; to: string; rule: { name: string } }[] } } =
    JSON.parse(json);
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${shorten(to)}`);
}

/** Packages are reached through a link out of the temporary folder. */
function shorten(to: string): string {
  const inside = to.split("node_modules/").at(-1) ?? to;
  return inside === to
    ? to
    : inside
        .split("/")
        .slice(0, inside.startsWith("@") ? 2 : 1)
        .join("/");
}
