import type { AuditRow } from "@/db/queries/audits";
import type { ChainEntry } from "./chain-entry";

export const toChainEntry = (row: AuditRow): ChainEntry => ({
  version: row.hashVersion,
  team: row.teamId,
  seq: row.seq,
  id: row.id,
  at: row.createdAt.toISOString(),
  actor: row.actorId,
  via: row.via,
  action: row.action,
  target: row.target,
  request: row.requestId,
  before: row.before,
  after: row.after,
  personal: row.personal,
  prevHash: row.prevHash.toString("hex"),
  hash: row.hash.toString("hex"),
});
