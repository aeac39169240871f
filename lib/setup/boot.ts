import type { Db } from "@/db/client";
import { ensureLedgerPartitions } from "@/db/queries/ledgers";
import { authSecret } from "@/lib/auth/auth-secret";
import type { Env } from "@/lib/env";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { areSecretsOfDatabase } from "./check-secrets";
import { connectFirst } from "./connect-first";
import { ensureOwner } from "./ensure-owner";
import { instanceContext } from "./instance-context";
import { ensureSetupState } from "./setup-state";
import { setupToken } from "./setup-token";

/** The server must not serve; the message is for who started it. */
export class BootRefused extends Error {}

const DEFAULT_TEAM_NAME = "Wye";
/** Vendors are asked for their models; one that is slow finishes after the server has begun to serve. */
const CONNECT_PATIENCE_MS = 3_000;

/** What a process does before it serves: checks that the database is its own, makes what must be there, and
 *  says where to go. @param say prints a line for the person at the terminal
 *  @throws BootRefused */
export async function boot(db: Db, env: Env, say: (line: string) => void): Promise<void> {
  const secrets = { authSecret: authSecret(), encryptionKey: encryptionKey() };
  if (!(await areSecretsOfDatabase(db, secrets))) throw new BootRefused(OTHER_SECRETS);
  await ensureLedgerPartitions(db);
  await ensureSetupState(db);
  const madeOwner = await ensureOwnerOf(db, env);
  await connectPatiently(db, env, madeOwner, say);
  say(await whereToGo(db, env.AUTH_URL));
}

async function ensureOwnerOf(db: Db, env: Env): Promise<boolean> {
  const { WYE_OWNER_EMAIL: email, WYE_OWNER_PASSWORD: password, WYE_TEAM_NAME: teamName } = env;
  if (email === undefined || password === undefined) return false;
  return ensureOwner(db, { email, password, teamName: teamName ?? DEFAULT_TEAM_NAME });
}

async function connectPatiently(
  db: Db,
  env: Env,
  demoIfNone: boolean,
  say: (line: string) => void,
): Promise<void> {
  const connecting = connectFirst(instanceContext(db), env.vendors, demoIfNone).then(
    (notes) => notes.forEach(say),
    (error: unknown) =>
      say(`The vendors named in the environment could not be connected: ${reasonOf(error)}`),
  );
  await Promise.race([
    connecting,
    new Promise((resolve) => setTimeout(resolve, CONNECT_PATIENCE_MS).unref()),
  ]);
}

async function whereToGo(db: Db, authUrl: string): Promise<string> {
  const state = await ensureSetupState(db);
  if (state.claimedAt !== null) return `Sign in at ${authUrl}/signin`;
  const link = `${authUrl}/setup?token=${setupToken(state.nonce, authSecret())}`;
  return `Open ${link} to create the owner's account. The link works once.`;
}

const OTHER_SECRETS =
  "AUTH_SECRET or WYE_ENCRYPTION_KEY is not the one this database was first used with, so stored keys could not " +
  "be opened. Set both to their former values; on an embedded database they are in secrets.json in the data folder.";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : "unknown reason");
