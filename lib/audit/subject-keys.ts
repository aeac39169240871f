import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { findPersonKeys, insertPersonKeys, type KeptKey } from "@/db/queries/person-keys";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

const KEY_BYTES = 32;

/** By the subject's id; null where the key was destroyed, which is for good. */
export type SubjectKeys = ReadonlyMap<string, Buffer | null>;

/** The keys of these subjects, made where there is none yet. Whoever is first makes it; all others get the same. */
export async function ensureSubjectKeys(db: Db, subjectIds: readonly string[]): Promise<SubjectKeys> {
  // In one order for everybody, so that two who make the same keys cannot wait for each other.
  const ids = [...new Set(subjectIds)].sort();
  const found = await findSubjectKeys(db, ids);
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  await insertPersonKeys(
    db,
    missing.map((subjectId) => ({ subjectId, keySealed: sealKey(subjectId, randomBytes(KEY_BYTES)) })),
  );
  return findSubjectKeys(db, ids);
}

/** Those that there are. */
export async function findSubjectKeys(db: Db, subjectIds: readonly string[]): Promise<SubjectKeys> {
  if (subjectIds.length === 0) return new Map();
  const kept = await findPersonKeys(db, subjectIds);
  return new Map(kept.map((row) => [row.subjectId, openKey(row)]));
}

function sealKey(subjectId: string, key: Buffer): string {
  return seal(key.toString("base64url"), encryptionKey(), boundTo(subjectId));
}

function openKey({ subjectId, keySealed }: KeptKey): Buffer | null {
  if (keySealed === null) return null;
  return Buffer.from(unseal(keySealed, encryptionKey(), boundTo(subjectId)), "base64url");
}

const boundTo = (subjectId: string): string => `person-key:${subjectId}`;
