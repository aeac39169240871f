import { join } from "node:path";
import { type FileLock, lockHolder, tryLock } from "../../db/embedded/file-lock.mjs";
import type { OpenDatabase } from "../../db/embedded/open-database.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { openStore } from "./open-store.ts";
import { createProgress, type Progress } from "./progress.mjs";
import { readSettings, type Settings } from "./read-settings.ts";
import { serve } from "./serve.ts";
import { installShutdown, type Shutdown } from "./shutdown.ts";

const USAGE = `npm start             installs, builds and serves Wye
npm run dev           serves it from the sources, and follows their changes
Configuration: see .env.example.
`;

const INTERRUPTED_EXIT_CODE = 130;

interface Start {
  settings: Settings;
  dev: boolean;
  progress: Progress;
  lock: FileLock;
  shutdown: Shutdown;
}

/** One Wye a data folder. The one that has it says where it is. */
function claimFolder(settings: Settings): FileLock {
  const folder = join(settings.dataDir, "run", "instance-lock");
  const lock = tryLock(folder, { url: settings.AUTH_URL, state: "is already being started" });
  if (lock !== null) return lock;
  const holder = lockHolder(folder);
  if (holder === null) return claimFolder(settings);
  const { state, url } = holder.note;
  throw new Error(`Wye ${state} in ${settings.dataDir}: ${url} (process ${holder.pid}).`);
}

function setMode(dev: boolean): void {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
}

/** One request's defect must not end everybody's streams. */
function surviveStrayErrors(): void {
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error: unknown) => {
      const name = error instanceof Error ? error.name : typeof error;
      const frames = error instanceof Error ? (error.stack?.split("\n").slice(1, 6).join("\n") ?? "") : "";
      // The message may hold a prompt.
      process.stderr.write(`${event}: ${name}\n${frames}\n`);
    });
  }
}

/** Boots, serves until something stops the process, and takes everything down in the reverse order. */
async function run({ settings, dev, progress, lock, shutdown }: Start): Promise<void> {
  const opened: OpenDatabase[] = [];
  try {
    const running = await serve({
      dev,
      host: settings.HOST,
      port: settings.PORT,
      shutdown,
      progress,
      beforeApp: async () => {
        if (!dev) await ensureBuilt(progress);
        opened.push(await openStore(settings, progress));
      },
    });
    surviveStrayErrors();
    lock.setNote({ url: settings.AUTH_URL, state: "already runs" });
    // Said at the top too, which a first build has pushed out of sight.
    const warnings = settings.warnings.map((warning) => `Warning: ${warning}\n`).join("");
    progress.line(`\nWye is ready: ${settings.AUTH_URL}\n${warnings}Stop it with Ctrl-C.`);
    const reason = await shutdown.begun;
    progress.line(`\nStopping (${reason})`);
    await running.stop();
  } finally {
    for (const database of opened) await database.release();
  }
}

async function runToEnd(start: Start): Promise<number> {
  try {
    await run(start);
    return 0;
  } catch (error) {
    // What a signal interrupts fails; that is no news.
    if (start.shutdown.hasBegun()) return INTERRUPTED_EXIT_CODE;
    throw error;
  } finally {
    start.lock.release();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  if (args.some((arg) => arg !== "--dev")) {
    process.stdout.write(USAGE);
    process.exit(args.includes("--help") ? 0 : 2);
  }
  const dev = args.includes("--dev");
  setMode(dev);
  const progress = createProgress(process.stdout, { verbose: true });
  const settings = readSettings((line) => progress.line(line));
  const lock = claimFolder(settings);
  const code = await runToEnd({ settings, dev, progress, lock, shutdown: installShutdown() });
  progress.line("Stopped.");
  process.exit(code);
}
