import { type Connected, connect, type Db } from "@/db/client";
import { env } from "@/lib/env";

const SLOT = Symbol.for("wye.database");
const holder = globalThis as { [SLOT]?: Connected };

/** The process's one pool. Held on globalThis because Next loads a module once per bundle. */
export function database(): Db {
  holder[SLOT] ??= connect(databaseUrl());
  return holder[SLOT].db;
}

/** The start script sets it to the embedded database's address when nobody has named another. */
function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new RangeError("DATABASE_URL is unset: the server is started by scripts/start");
  return url;
}
