import { ensureInstalled } from "./start/ensure-installed.mjs";
import { createProgress } from "./start/progress.mjs";
import { ROOT } from "./test/paths.mjs";
import { killRunning, runCommand } from "./test/run-command.mjs";

/** Two hundred runs take the better part of an hour; this only ends a hang. */
const LIMIT_MS = 4 * 60 * 60_000;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, killRunning);

process.chdir(ROOT);
await ensureInstalled(createProgress(process.stdout));
const command = ["node", "--import", "tsx", "tests/soak/main.ts", ...process.argv.slice(2)];
const { ok } = await runCommand(command, { live: true, limitMs: LIMIT_MS });
process.exit(ok ? 0 : 1);
