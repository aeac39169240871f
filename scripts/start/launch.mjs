import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findNode } from "./find-node.mjs";
import { createProgress } from "./progress.mjs";
import { root } from "./root.mjs";
import { runUnder } from "./run-under.mjs";

const DEFECTS = [TypeError, RangeError, ReferenceError, SyntaxError];

/** From any Node and a bare checkout to `main` of a TypeScript file, under a Node that can run it. `script` is the
 *  file that called this. Runs on Node 20 without node_modules. */
export async function launch(script, main, stream) {
  try {
    process.chdir(root);
    if (existsSync(join(root, ".env"))) process.loadEnvFile?.(join(root, ".env"));
    await ensureInstalled(createProgress(stream));
    const node = findNode();
    if (!node.isThis) {
      process.exitCode = await runUnder(node, script, process.argv.slice(2));
      return;
    }
    const { main: run } = await import(pathToFileURL(join(root, "scripts", "start", main)).href);
    await run(process.argv.slice(2));
  } catch (error) {
    // A defect is told with its place; anything else is a sentence for the person who starts Wye.
    const isDefect = DEFECTS.some((kind) => error instanceof kind) || !(error instanceof Error);
    process.stderr.write(`${isDefect ? (error?.stack ?? error) : error.message}\n`);
    process.exit(1);
  }
}
