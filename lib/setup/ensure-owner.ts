import type { Db } from "@/db/client";
import { findPersonByEmail, setInstanceAdmin } from "@/db/queries/people";
import { isInSomeTeam } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import { MAX_NAME_LENGTH } from "@/lib/auth/account-rules";
import { createPerson } from "@/lib/auth/create-person";
import { createTeam } from "@/lib/teams/create-team";
import { transact } from "@/lib/transact";
import { instanceContext } from "./instance-context";
import { lockSetupState, markClaimed } from "./setup-state";

export interface FirstOwner {
  email: string;
  password: string;
  teamName: string;
}

/** Makes the owner that the environment names the instance's first, unless it has one.
 *  @returns whether it did */
export async function ensureOwner(db: Db, { email, password, teamName }: FirstOwner): Promise<boolean> {
  return transact(instanceContext(db), async (inner) => {
    const state = await lockSetupState(inner.db);
    if (state.claimedAt !== null) return false;
    const known = await findPersonByEmail(inner.db, email);
    const person = known ?? (await createPerson(inner, { email, password, name: nameFrom(email) }));
    await setInstanceAdmin(inner.db, person.id);
    if (!(await isInSomeTeam(inner.db, person.id))) {
      await createTeam(inner, { name: teamName, ownerId: person.id });
    }
    await recordAudit(inner, { action: "person.instance_admin", target: person.id });
    await markClaimed(inner.db, state, new Date());
    return true;
  });
}

/** "ada.lovelace@example.com" is shown as "Ada Lovelace" until she says otherwise. */
function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? "").split(/[._+-]+/).filter(Boolean);
  return (words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || email).slice(
    0,
    MAX_NAME_LENGTH,
  );
}
