import { findLedgerEnd, sumExportedLedger } from "@/db/queries/exports";
import { findTeamPolicy, lockTeamPolicy } from "@/db/queries/team-policies";
import type { ArchiveFile } from "@/lib/archive/archive-file";
import { readMessages } from "@/lib/archive/read-messages";
import { readTable } from "@/lib/archive/read-table";
import { takeExportSlot } from "@/lib/archive/take-export-slot";
import { zipLines } from "@/lib/archive/zip-lines";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

const SETTINGS = ["mode_models", "routing_policy", "team_policy", "team_notice", "legal_hold"] as const;
const TABLES = {
  "groups.jsonl": ["team_group", "group_member"],
  "members.jsonl": ["membership"],
  "providers.jsonl": ["provider", "credential"],
  "prices.jsonl": ["price"],
  "models.jsonl": ["catalogue_model"],
  "settings.jsonl": SETTINGS,
} as const;

/** Everything a team has, as a zip of JSON lines that is made while it is read; never a secret. What members wrote is
 *  in it while the team is being deleted, or where its policy lets administrators read it: before that it is theirs. What
 *  a policy opens is what can be read on pages, for as long as it is open: neither deleted chats nor those of people who
 *  have left, and nothing more once it is switched off, which the manifest says. The ledger goes as far as it went when the export began, and the manifest says what it adds up to.
 *  @throws AppError `forbidden`; `rate_limited` while others are being made */
export async function exportTeam(context: Context): Promise<ReadableStream<Uint8Array>> {
  const { db, actor } = context;
  requirePermission(actor, "team:export");
  const { teamId } = actor;
  const free = takeExportSlot();
  try {
    const upToSeq = await findLedgerEnd(db, teamId);
    const content = await transact(context, async (inner) => {
      await lockTeamPolicy(inner.db, teamId);
      const included = await includesContent(inner);
      await recordAudit(inner, {
        action: "team.export",
        target: teamId,
        after: { content: included, upToSeq },
      });
      return included;
    });
    const files = filesOf(context, { content, upToSeq });
    const facts = async () => ({
      ...{ kind: "team", teamId, content, ledgerEnd: upToSeq },
      contentCut: content && !(await includesContent(context)),
      ledger: await sumExportedLedger(db, { teamId, upToSeq }),
    });
    return zipLines(files, facts, free);
  } catch (error) {
    free();
    throw error;
  }
}

/** Whether an export holds what members wrote. */
export async function includesContent({ db, actor }: Context): Promise<boolean> {
  requirePermission(actor, "team:export");
  if (actor.teamEnding === true) return true;
  return (await findTeamPolicy(db, actor.teamId))?.contentReading ?? false;
}

function filesOf(
  { db, actor: { teamId, teamEnding = false } }: Context,
  { content, upToSeq }: { content: boolean; upToSeq: number },
): ArchiveFile[] {
  const scope = { teamId, readable: !teamEnding };
  const written: ArchiveFile[] = [
    { name: "chats.jsonl", lines: () => readTable(db, "chat", scope) },
    { name: "messages.jsonl", lines: () => readMessages(db, scope) },
  ];
  return [
    { name: "team.jsonl", lines: () => readTable(db, "team", { id: teamId }) },
    ...Object.entries(TABLES).map(([name, tables]) => ({
      name,
      lines: async function* () {
        for (const table of tables) yield* readTable(db, table, { teamId });
      },
    })),
    ...(content ? written : []),
    { name: "decisions.jsonl", lines: () => readTable(db, "decision", { teamId }) },
    { name: "audit.jsonl", lines: () => readTable(db, "audit", { teamId }) },
    { name: "ledger.jsonl", lines: () => readTable(db, "ledger", { teamId, upToSeq }) },
  ];
}
