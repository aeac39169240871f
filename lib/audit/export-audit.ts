import { findAuditHead } from "@/db/queries/audit-heads";
import type { Context } from "@/lib/context";
import { auditScope } from "./audit-scope";
import { readChain } from "./read-chain";

/** The whole chain of a team as JSON lines, page by page, in the order in which it verifies. What is personal is as it is
 *  kept, sealed. */
export async function exportAudit({ db, actor }: Context, teamId: string): Promise<AsyncGenerator<string>> {
  const scope = auditScope(actor, teamId);
  const head = await findAuditHead(db, scope);
  return lines(readChain(db, scope, head?.seq ?? 0));
}

async function* lines(pages: ReturnType<typeof readChain>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}
