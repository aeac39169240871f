import { z } from "zod";
import type { ProviderRow } from "@/db/queries/providers";
import type { ErrorData } from "@/lib/errors";
import { AppError } from "@/lib/errors";
import { encryptionKey } from "./encryption-key";
import { seal, unseal } from "./seal";

const UNDO_MS = 10 * 60_000;
const PLACE = "provider-undo";

const Removed = z.object({
  removedAt: z.coerce.date(),
  row: z.object({
    teamId: z.uuid(),
    id: z.uuid(),
    vendor: z.string(),
    name: z.string(),
    baseUrl: z.string().nullable(),
    apiKeySealed: z.string().nullable(),
    apiKeyLast4: z.string().nullable(),
    source: z.enum(["person", "environment", "demo"]),
    models: z.custom<ProviderRow["models"]>(Array.isArray),
    modelsListedAt: z.coerce.date().nullable(),
    lastError: z.custom<ErrorData>().nullable(),
    testedAt: z.coerce.date().nullable(),
    version: z.int(),
  }),
});
export type RemovedProvider = z.output<typeof Removed>["row"];

/** A removed provider, sealed: the row is gone from the database at once, and whoever holds this cannot read it. */
export function writeUndoToken(row: ProviderRow, removedAt: Date): string {
  return seal(JSON.stringify({ removedAt, row }), encryptionKey(), PLACE);
}

/** @throws AppError `not_found` when it is no token of this server, or too old */
export function readUndoToken(token: string, now: Date): RemovedProvider {
  const { removedAt, row } = Removed.parse(JSON.parse(open(token)));
  if (now.getTime() - removedAt.getTime() > UNDO_MS) throw new AppError("not_found");
  return row;
}

function open(token: string): string {
  try {
    return unseal(token, encryptionKey(), PLACE);
  } catch (cause) {
    throw new AppError("not_found", {}, { cause });
  }
}
