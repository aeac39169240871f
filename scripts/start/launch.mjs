import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";
import { findNode } from "./find-node.mjs";
import { createProgress } from "./progress.mjs";
import { root } from "./root.mjs";
import { runUnder } from "./run-under.mjs";

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
    // What we throw for a person to read is a plain Error; anything else is a defect, and its place matters.
    const isOurs = error instanceof Error && error.constructor === Error && error.code === undefined;
    process.stderr.write(`${isOurs ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
