import { listGroupNames } from "@/db/queries/groups";
import { listOpenForOne } from "@/db/queries/invitations";
import { findMembersByEmail } from "@/db/queries/members";
import type { Context } from "@/lib/context";
import { invitationEmail } from "@/lib/invitations/invitation-email";
import { requireInvitable } from "@/lib/invitations/require-invitable";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { type FileLine, type LineProblem, readMemberFile } from "./read-member-file";

/** `invite`: a link will be made. `invited`: one is open already. `change`: a member gets another role or a group.
 *  `same`: nothing is to be done. */
export const IMPORT_KINDS = ["error", "invite", "invited", "change", "same"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface PlannedLine {
  line: number;
  kind: ImportKind;
  email: string;
  role: Role;
  /** What the member is now, where that changes. */
  before: Role | null;
  group: string | null;
  problem: LineProblem | null;
  personId: string | null;
  groupId: string | null;
}

/** What an import of this file would do, line by line. Nothing is said of who has an account elsewhere: whoever is no
 *  member is invited. Who is left out stays as they are.
 *  @throws AppError `forbidden`, `personal_space`, and as `readMemberFile` */
export async function planImport(context: Context, text: string): Promise<PlannedLine[]> {
  const { db, actor } = context;
  requirePermission(actor, "people:write");
  await requireInvitable(context);
  const lines = readMemberFile(text);
  const [members, groups, open] = await Promise.all([
    findMembersByEmail(db, actor.teamId, [...new Set(lines.map(({ email }) => email))]),
    listGroupNames(db, actor.teamId),
    listOpenForOne(db, actor.teamId),
  ]);
  const known = {
    members: new Map(members.map((member) => [member.email, member])),
    groups: new Map(groups.map((group) => [group.name.toLowerCase(), group.id])),
    invited: new Set(open.map((row) => invitationEmail(row)?.toLowerCase())),
    ownId: actor.kind === "person" ? actor.personId : null,
  };
  return lines.map((line) => planLine(line, known));
}

interface Known {
  members: ReadonlyMap<string, { id: string; role: Role; groups: { id: string }[] }>;
  groups: ReadonlyMap<string, string>;
  invited: ReadonlySet<string | undefined>;
  ownId: string | null;
}

function planLine({ line, email, role, group, problem }: FileLine, known: Known): PlannedLine {
  const groupId = group === "" ? null : (known.groups.get(group.toLowerCase()) ?? null);
  const member = known.members.get(email);
  const base = {
    line,
    email,
    role,
    before: null,
    group: group || null,
    groupId,
    personId: member?.id ?? null,
  };
  const wrong = problem ?? problemOf();
  if (wrong !== null) return { ...base, kind: "error", problem: wrong };
  if (!member) return { ...base, kind: known.invited.has(email) ? "invited" : "invite", problem: null };
  const isIn = groupId === null || member.groups.some(({ id }) => id === groupId);
  if (member.role === role && isIn) return { ...base, kind: "same", problem: null };
  return { ...base, kind: "change", before: member.role === role ? null : member.role, problem: null };

  function problemOf(): LineProblem | null {
    if (group !== "" && groupId === null) return "group_unknown";
    if (!member || member.role === role) return null;
    if (member.role === "owner") return "is_owner";
    return member.id === known.ownId ? "is_self" : null;
  }
}
