import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export interface Secrets {
  AUTH_SECRET: string;
  WYE_ENCRYPTION_KEY: string;
}

export interface SecretsInput {
  DATABASE_URL?: string | undefined;
  AUTH_SECRET?: string | undefined;
  WYE_ENCRYPTION_KEY?: string | undefined;
}

const SECRET_BYTES = 32;
const Stored = z.object({ authSecret: z.string().min(32), encryptionKey: z.base64().length(44) });

/** What an external database lacks: its secrets cannot live in a folder that its other replicas do not see. */
export function findMissingSecrets(input: SecretsInput): string[] {
  if (!input.DATABASE_URL) return [];
  return (["AUTH_SECRET", "WYE_ENCRYPTION_KEY"] as const)
    .filter((name) => !input[name])
    .map(
      (name) =>
        `${name} must be set with DATABASE_URL, and be the same in every replica; make one with "openssl rand -base64 32".`,
    );
}

/** Writes the file whole and only if there is none, so that two first starts agree. */
function createOnce(path: string): void {
  const scratch = `${path}.${randomUUID()}`;
  const secret = () => randomBytes(SECRET_BYTES).toString("base64");
  writeFileSync(scratch, `${JSON.stringify({ authSecret: secret(), encryptionKey: secret() }, null, 2)}\n`, {
    mode: 0o600,
  });
  try {
    linkSync(scratch, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(scratch);
  }
}

function readStored(path: string): z.infer<typeof Stored> {
  try {
    return Stored.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(
      `${path} cannot be read or is damaged. It holds the keys to the stored credentials: restore it from a backup, or set AUTH_SECRET and WYE_ENCRYPTION_KEY.`,
      { cause },
    );
  }
}

/** The secrets from the environment, or from the data folder, where they are made on first use. */
export function ensureSecrets(dataDir: string, input: SecretsInput): Secrets {
  const { AUTH_SECRET, WYE_ENCRYPTION_KEY } = input;
  if (AUTH_SECRET && WYE_ENCRYPTION_KEY) return { AUTH_SECRET, WYE_ENCRYPTION_KEY };
  const missing = findMissingSecrets(input);
  if (missing.length > 0) throw new Error(missing.join("\n"));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "secrets.json");
  if (!existsSync(path)) createOnce(path);
  const stored = readStored(path);
  return {
    AUTH_SECRET: AUTH_SECRET || stored.authSecret,
    WYE_ENCRYPTION_KEY: WYE_ENCRYPTION_KEY || stored.encryptionKey,
  };
}
