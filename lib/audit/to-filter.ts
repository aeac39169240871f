import type { Db } from "@/db/client";
import type { AuditFilter } from "@/db/queries/audits";
import { findMemberIds, findPersonIds } from "@/db/queries/member-names";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { AuditQuery } from "./audit-query";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;

/** Resolves the people who are named; nobody is, where nobody is known by that name. */
export async function toFilter(db: Db, teamId: string, query: AuditQuery): Promise<AuditFilter> {
  const { action, person, target, from, to } = query;
  const [actorIds, targets] = await Promise.all([
    person === undefined ? undefined : peopleOf(db, teamId, person),
    target === undefined ? undefined : peopleOf(db, teamId, target).then((ids) => [target, ...ids]),
  ]);
  return {
    teamId,
    action,
    actorIds,
    targets,
    from: from === undefined ? undefined : new Date(`${from}T00:00:00Z`),
    to: to === undefined ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS),
  };
}

async function peopleOf(db: Db, teamId: string, text: string): Promise<string[]> {
  if (UUID.test(text)) return [text.toLowerCase()];
  return teamId === INSTANCE_TEAM_ID ? findPersonIds(db, text) : findMemberIds(db, teamId, text);
}
