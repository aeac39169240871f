import type { Db } from "@/db/client";
import { findPerson } from "@/db/queries/people";
import type { ProofWay } from "@/lib/permissions/step-up";
import { owesCode } from "./factors/owes-code";

/** With what a person shows who they are while they are signed in. */
export async function proofWay(db: Db, personId: string): Promise<ProofWay> {
  if (await owesCode(db, personId)) return "code";
  const person = await findPerson(db, personId);
  return person === null || person.passwordHash === null ? "again" : "password";
}
