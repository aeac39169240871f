import type { Db } from "@/db/client";
import type { Context } from "@/lib/context";
import type { Role } from "@/lib/permissions/roles";
import { newMember, newTeam } from "./team";

/** Somebody new in this role, in the team given or in a new one. */
export async function makeActor(db: Db, role: Role, teamId?: string): Promise<Context> {
  return newMember(db, teamId ?? (await newTeam(db)).teamId, role);
}
