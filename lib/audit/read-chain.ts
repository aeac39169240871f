import type { Db } from "@/db/client";
import { listAuditChain } from "@/db/queries/audits";
import type { ChainEntry } from "./chain-entry";
import { toChainEntry } from "./to-chain-entry";

const PAGE_SIZE = 2000;

/** A team's entries in the order of their chain up to `toSeq`, read in pages. */
export async function* readChain(db: Db, teamId: string, toSeq: number): AsyncGenerator<ChainEntry[]> {
  for (let afterSeq = 0; ; ) {
    const rows = await listAuditChain(db, teamId, { afterSeq, toSeq }, PAGE_SIZE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(toChainEntry);
    afterSeq = last.seq;
  }
}
