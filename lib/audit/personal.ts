import type { Db } from "@/db/client";
import { seal, unseal } from "@/lib/providers/seal";
import type { SealedPersonal } from "./sealed-personal";
import { ensureSubjectKeys, type SubjectKeys } from "./subject-keys";

/** Something of one person: sealed with their key, or with that of what stands for them, such as an invitation. */
export type PersonalValue = { personId: string; value: string } | { subjectId: string; value: string };

/** By the field it is shown as; `before.name` and `after.name` stand among what was before and after. */
export type Personal = Readonly<Record<string, PersonalValue>>;

/** What it was; null where the key is destroyed, or what was sealed does not open. */
export type OpenedPersonal = Record<string, { subjectId: string; value: string | null }>;

interface EntryRef {
  teamId: string;
  id: string;
}

export async function sealPersonal(db: Db, entry: EntryRef, personal: Personal): Promise<SealedPersonal> {
  const values = Object.entries(personal);
  if (values.length === 0) return {};
  const keys = await ensureSubjectKeys(
    db,
    values.map(([, value]) => subjectOf(value)),
  );
  return Object.fromEntries(
    values.map(([field, value]) => {
      const subject = subjectOf(value);
      const key = keys.get(subject) ?? null;
      return [field, { subject, sealed: key && seal(value.value, key, boundTo(entry, field)) }];
    }),
  );
}

export function openPersonal(entry: EntryRef, personal: SealedPersonal, keys: SubjectKeys): OpenedPersonal {
  return Object.fromEntries(
    Object.entries(personal).map(([field, { subject, sealed }]) => {
      const key = keys.get(subject) ?? null;
      const value = key === null || sealed === null ? null : openValue(sealed, key, boundTo(entry, field));
      return [field, { subjectId: subject, value }];
    }),
  );
}

/** A value that somebody meddled with must not hide the other entries of a page; the chain says that it was. */
function openValue(sealed: string, key: Buffer, place: string): string | null {
  try {
    return unseal(sealed, key, place);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const subjectOf = (value: PersonalValue): string => ("personId" in value ? value.personId : value.subjectId);

/** A sealed value copied to another entry or field does not open there. */
const boundTo = ({ teamId, id }: EntryRef, field: string): string => `audit:${teamId}:${id}:${field}`;
