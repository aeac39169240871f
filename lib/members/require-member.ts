import { findMembership, type MembershipRow } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** A member of the actor's team. @throws AppError `not_found` */
export async function requireMember({ db, actor }: Context, personId: string): Promise<MembershipRow> {
  const member = await findMembership(db, actor.teamId, personId);
  if (!member) throw new AppError("not_found", { field: "member" });
  return member;
}
