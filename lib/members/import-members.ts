import { upsertGroupMembers } from "@/db/queries/groups";
import { insertInvitations } from "@/db/queries/invitations";
import { notifyAccess, updateMembership } from "@/db/queries/members";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";
import { invitationLink } from "@/lib/invitations/invitation-link";
import { mailInvitations } from "@/lib/invitations/mail-invitations";
import { newInvitation } from "@/lib/invitations/new-invitation";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { actingRole } from "./acting-role";
import { endInvitations } from "./end-invitations";
import { type PlannedLine, planImport } from "./plan-import";

const DAYS = 30;
/** Rows of one statement: a statement takes 65,535 values. */
const BATCH = 1_000;

export interface Imported {
  /** For each who was no member: the link to pass on, told once. */
  invited: { email: string; link: string }[];
  /** Whether each is sent their link too. */
  isMailed: boolean;
  changed: number;
}

/** Does what `planImport` says of the file as it stands now, all of it or nothing.
 *  @param locale of the mails to those who are invited, where mail is sent
 *  @throws AppError `conflict` when a line cannot be done, and as `planImport` */
export async function importMembers(
  context: Context,
  text: string,
  locale: Locale = DEFAULT_LOCALE,
): Promise<Imported> {
  requirePermission(context.actor, "people:write");
  return transact(context, async (inner) => {
    await actingRole(inner, "people:write");
    const plan = await planImport(inner, text);
    if (plan.some(({ kind }) => kind === "error")) throw new AppError("conflict", { field: "file" });
    const strangers = plan.filter(({ kind }) => kind === "invite");
    const { invited, isMailed } = await inviteAll(inner, strangers, locale);
    const changes = plan.filter(({ kind }) => kind === "change");
    for (const change of changes) await changeOne(inner, change);
    await recordAudit(inner, {
      action: "member.import",
      before: Object.fromEntries(
        changes.map(({ personId, before, role }) => [personId, { role: before ?? role }]),
      ),
      after: {
        invited: invited.length,
        members: Object.fromEntries(
          changes.map(({ personId, role, groupId }) => [personId, { role, groupId }]),
        ),
      },
    });
    return { invited, isMailed, changed: changes.length };
  });
}

async function inviteAll(
  { db, actor }: Context,
  lines: readonly PlannedLine[],
  locale: Locale,
): Promise<Pick<Imported, "invited" | "isMailed">> {
  const { teamId } = actor;
  const createdBy = actor.kind === "person" ? actor.personId : null;
  const made = lines.map(({ email, role, groupId }) => {
    if (role === "owner") throw new RangeError("nobody is invited to own a team");
    const input = { email, role, groupId, days: DAYS, maxUses: 1 };
    return { email, ...newInvitation(input, { teamId, createdBy, now: new Date() }) };
  });
  let isMailed = false;
  for (let at = 0; at < made.length; at += BATCH) {
    const rows = await mailInvitations(db, made.slice(at, at + BATCH), { locale, days: DAYS });
    isMailed = rows.some(({ mailId }) => mailId !== null);
    await insertInvitations(db, rows);
  }
  return { invited: made.map(({ email, token }) => ({ email, link: invitationLink(token) })), isMailed };
}

async function changeOne(context: Context, { personId, before, role, groupId }: PlannedLine): Promise<void> {
  if (personId === null) throw new RangeError("a change is of a member");
  const { db, actor } = context;
  const { teamId } = actor;
  if (before !== null) {
    await updateMembership(db, { teamId, personId }, { role });
    await endInvitations(context, personId, role);
    await notifyAccess(db, teamId, personId);
  }
  if (groupId !== null) await upsertGroupMembers(db, [{ teamId, groupId, personId }]);
}
