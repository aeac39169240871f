import { z } from "zod";
import { AppError } from "@/lib/errors";
import { ROLES } from "@/lib/permissions/roles";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

const UNDO_MS = 10 * 60_000;
const PLACE = "member-undo";

const Removal = z.object({
  removedAt: z.coerce.date(),
  teamId: z.uuid(),
  personId: z.uuid(),
  role: z.enum(ROLES),
  joinedAt: z.coerce.date(),
  suspendedAt: z.coerce.date().nullable(),
  groups: z.array(z.object({ id: z.uuid(), manager: z.boolean() })),
});
export type Removal = z.output<typeof Removal>;

/** What a member was when they were removed, sealed: whoever holds it can neither read nor change it. */
export function writeRemoval(removal: Removal): string {
  return seal(JSON.stringify(removal), encryptionKey(), PLACE);
}

/** @throws AppError `not_found` when it is none of this server's, or too old */
export function readRemoval(sealed: string, now: Date): Removal {
  const removal = Removal.parse(JSON.parse(open(sealed)));
  if (now.getTime() - removal.removedAt.getTime() > UNDO_MS) throw new AppError("not_found");
  return removal;
}

function open(sealed: string): string {
  try {
    return unseal(sealed, encryptionKey(), PLACE);
  } catch (cause) {
    throw new AppError("not_found", {}, { cause });
  }
}
