import { findAuditHead, setAuditVerified } from "@/db/queries/audit-heads";
import { type AuditRow, listAudit } from "@/db/queries/audits";
import type { Context } from "@/lib/context";
import { auditScope } from "./audit-scope";
import { CHAIN_START, type ChainBreak, type ChainEnd, checkEnd, checkNext } from "./chain-check";
import { readChain } from "./read-chain";

export interface VerifiedAudit {
  ok: boolean;
  /** How many entries are in order, from the first on. */
  entries: number;
  /** ISO 8601. */
  at: string;
  broken: ChainBreak | null;
}

/** How far a check has come. */
export type CheckProgress = (checked: number, of: number) => void;

/** Checks a team's chain from its first entry to the last there is now, a page at a time, and notes how far it holds. */
export async function verifyAudit(
  context: Context,
  teamId: string,
  onProgress: CheckProgress = () => undefined,
): Promise<VerifiedAudit> {
  const { db, actor } = context;
  const scope = auditScope(actor, teamId);
  // In this order: the head moves with each entry, so it is never behind an entry that was there before it was read.
  const [newest] = await listAudit(db, { teamId: scope }, 1);
  const head = await findAuditHead(db, scope);
  const known = head === null ? CHAIN_START : { seq: head.seq, hash: head.hash.toString("hex") };
  const walked = await walk(context, scope, known, onProgress);
  const { end } = walked;
  const broken = walked.broken ?? pastEnd(known, newest);
  const now = new Date();
  // An end that is not the known one: what stands before it is all that can be vouched for.
  const entries = broken === null ? end.seq : Math.min(end.seq, broken.seq - 1);
  await setAuditVerified(db, scope, { verifiedSeq: entries, verifiedAt: now });
  return { ok: broken === null, entries, at: now.toISOString(), broken };
}

/** Entries behind the known end: it was set back, or they were put there. */
function pastEnd(known: ChainEnd, newest: AuditRow | undefined): ChainBreak | null {
  if (newest === undefined || newest.seq <= known.seq) return null;
  return { seq: known.seq + 1, id: null, reason: "end" };
}

async function walk({ db }: Context, teamId: string, known: ChainEnd, onProgress: CheckProgress) {
  let end = CHAIN_START;
  for await (const page of readChain(db, teamId, known.seq)) {
    for (const entry of page) {
      const broken = checkNext(end, entry);
      if (broken !== null) return { end, broken };
      end = { seq: entry.seq, hash: entry.hash };
    }
    onProgress(end.seq, known.seq);
  }
  return { end, broken: checkEnd(end, known) };
}
