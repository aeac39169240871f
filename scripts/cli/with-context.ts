import { connect, type Db } from "@/db/client";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import type { Acting } from "./acting";
import { Failure } from "./failure";
import { requireOwnSecrets } from "./require-own-secrets";
import { resolveActor } from "./resolve-actor";

/** How few will do: a command does one thing. */
const MAX_CONNECTIONS = 4;

/** Runs a command's work on the database, as the instance administrator or as the person it names. */
export async function withContext<Value>(
  acting: Acting,
  run: (context: Context) => Promise<Value>,
): Promise<Value> {
  return withDatabase(async (db) => {
    await requireOwnSecrets(db);
    return run({ db, actor: await resolveActor(db, acting), requestId: newId(), origin: { via: "cli" } });
  });
}

async function withDatabase<Value>(run: (db: Db) => Promise<Value>): Promise<Value> {
  const url = env().DATABASE_URL;
  if (!url) throw new Failure('There is no database: run the command as "npm run -s wye --".');
  const { db, close } = connect(url, { maxConnections: MAX_CONNECTIONS });
  try {
    return await run(db);
  } finally {
    await close();
  }
}
