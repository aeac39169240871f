import type { Db } from "@/db/client";
import { type AuditRow, listAudit as listRows } from "@/db/queries/audits";
import { findPeople } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import type { AuditQuery } from "./audit-query";
import { auditScope } from "./audit-scope";
import type { AuditView } from "./audit-view";
import { diffEntry } from "./diff-entry";
import { type OpenedPersonal, openPersonal } from "./personal";
import { findSubjectKeys } from "./subject-keys";
import { toFilter } from "./to-filter";

export interface ListAudit extends AuditQuery {
  limit: number;
  /** Entries before this place: where the last page ended. */
  beforeSeq?: number | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Entries of a team (or, INSTANCE_TEAM_ID, of the instance) that match, newest first. */
export async function listAudit(
  { db, actor }: Context,
  teamId: string,
  query: ListAudit,
): Promise<AuditView[]> {
  const scope = auditScope(actor, teamId);
  const filter = { ...(await toFilter(db, scope, query)), beforeSeq: query.beforeSeq };
  const rows = await listRows(db, filter, query.limit);
  const [names, opened] = await Promise.all([findNames(db, rows), openRows(db, rows)]);
  return rows.map((row, index) => toView(row, names, opened[index] ?? {}));
}

async function findNames(db: Db, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ actorId, target }) => [actorId, target]);
  const people = await findPeople(
    db,
    [...new Set(ids.filter((id) => id !== null && UUID.test(id)))].filter(isText),
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function openRows(db: Db, rows: readonly AuditRow[]): Promise<OpenedPersonal[]> {
  const subjects = rows.flatMap(({ personal }) => Object.values(personal).map(({ subject }) => subject));
  const keys = await findSubjectKeys(db, [...new Set(subjects)]);
  return rows.map((row) => openPersonal(row, row.personal, keys));
}

function toView(row: AuditRow, names: ReadonlyMap<string, string>, personal: OpenedPersonal): AuditView {
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  return {
    seq: row.seq,
    id: row.id,
    at: row.createdAt.toISOString(),
    actor: row.actorId === null ? null : named(row.actorId),
    via: row.via,
    action: row.action,
    target: row.target === null ? null : named(row.target),
    changes: diffEntry(row, personal),
    address: addressOf(personal),
    requestId: row.requestId,
    hash: row.hash.toString("hex"),
  };
}

function addressOf({ address }: OpenedPersonal): AuditView["address"] {
  if (address === undefined) return null;
  return address.value === null ? "erased" : { value: address.value };
}

const isText = (id: string | null): id is string => id !== null;
