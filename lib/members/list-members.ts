import { z } from "zod";
import { countMembers, listMemberPage, type MemberPageRow } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import type { Actor } from "@/lib/permissions/actor";
import { requirePermission } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";

const PAGE = 50;

export const MemberQuery = z.strictObject({
  search: z.string().trim().max(200).optional(),
  role: z.enum(ROLES).optional(),
  groupId: z.uuid().optional(),
  suspended: z.boolean().optional(),
  after: z.strictObject({ name: z.string().max(400), id: z.uuid() }).optional(),
});
export type MemberQuery = z.infer<typeof MemberQuery>;

export interface Member {
  id: string;
  name: string;
  email: string;
  role: MemberPageRow["role"];
  joinedAt: string;
  suspendedAt: string | null;
  /** To a manager, those alone that they manage. */
  groups: MemberPageRow["groups"];
}

export interface MemberPage {
  members: Member[];
  /** How many there are in all, on the first page alone. */
  total: number | null;
  next: { name: string; id: string } | null;
}

/** A page of the team's members by name; a manager sees who is in their groups, and nobody else.
 *  @throws AppError `forbidden` */
export async function listMembers(context: Context, query: MemberQuery = {}): Promise<MemberPage> {
  const { db, actor } = context;
  requirePermission(actor, "people:read");
  const { after = null, ...asked } = parse(MemberQuery, query);
  const filter = { ...asked, withinGroups: groupsInSight(actor) ?? undefined };
  const [rows, total] = await Promise.all([
    listMemberPage(db, actor.teamId, filter, { after, limit: PAGE + 1 }),
    after ? null : countMembers(db, actor.teamId, filter),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    members: shown.map((row) => toMember(actor, row)),
    total,
    next: rows.length > PAGE && last ? { name: last.sortName, id: last.id } : null,
  };
}

/** Null: all of the team's. */
export function groupsInSight(actor: Actor): readonly string[] | null {
  return actor.kind === "person" && actor.role === "manager" ? actor.managedGroupIds : null;
}

export function toMember(actor: Actor, row: MemberPageRow): Member {
  const inSight = groupsInSight(actor);
  const { id, name, email, role, joinedAt, suspendedAt, groups } = row;
  return {
    ...{ id, name, email, role },
    joinedAt: joinedAt.toISOString(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    groups: groups.filter((group) => inSight === null || inSight.includes(group.id)),
  };
}
