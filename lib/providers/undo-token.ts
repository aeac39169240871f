import { z } from "zod";
import type { CredentialRow } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";
import { AppError, type ErrorData } from "@/lib/errors";
import { encryptionKey } from "./encryption-key";
import { seal, unseal } from "./seal";

const UNDO_MS = 10 * 60_000;
const PLACE = "provider-undo";

const Credential = z.object({
  teamId: z.uuid(),
  id: z.uuid(),
  providerId: z.uuid(),
  apiKeySealed: z.string().nullable(),
  apiKeyLast4: z.string().nullable(),
  baseUrl: z.string().nullable(),
  weight: z.int(),
  lastError: z.custom<ErrorData>().nullable(),
  testedAt: z.coerce.date().nullable(),
  version: z.int(),
  createdAt: z.coerce.date(),
});

const Provider = z.object({
  teamId: z.uuid(),
  id: z.uuid(),
  vendor: z.string(),
  name: z.string(),
  baseUrl: z.string().nullable(),
  source: z.enum(["person", "environment", "demo"]),
  models: z.custom<ProviderRow["models"]>(Array.isArray),
  modelsListedAt: z.coerce.date().nullable(),
  lastError: z.custom<ErrorData>().nullable(),
  testedAt: z.coerce.date().nullable(),
  version: z.int(),
});

const Removed = z.object({
  removedAt: z.coerce.date(),
  /** Null when only keys of it were removed. */
  provider: Provider.nullable(),
  credentials: z.array(Credential),
});

export interface Removed {
  provider: ProviderRow | null;
  credentials: readonly CredentialRow[];
}
export type RemovedRows = Omit<z.output<typeof Removed>, "removedAt">;

/** What was removed, sealed: it is gone from the database at once, and whoever holds this cannot read it. */
export function writeUndoToken(removed: Removed, removedAt: Date): string {
  return seal(JSON.stringify({ removedAt, ...removed }), encryptionKey(), PLACE);
}

/** @throws AppError `not_found` when it is no token of this server, or too old */
export function readUndoToken(token: string, now: Date): RemovedRows {
  const { removedAt, ...rows } = Removed.parse(JSON.parse(open(token)));
  if (now.getTime() - removedAt.getTime() > UNDO_MS) throw new AppError("not_found");
  return rows;
}

function open(token: string): string {
  try {
    return unseal(token, encryptionKey(), PLACE);
  } catch (cause) {
    throw new AppError("not_found", {}, { cause });
  }
}
