import {
  type ExportedTable,
  findLedgerEnd,
  listTeamsWrittenIn,
  sumExportedLedger,
} from "@/db/queries/exports";
import type { ArchiveFile } from "@/lib/archive/archive-file";
import { readMessages } from "@/lib/archive/read-messages";
import { readTable } from "@/lib/archive/read-table";
import { takeExportSlot } from "@/lib/archive/take-export-slot";
import { zipLines } from "@/lib/archive/zip-lines";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

interface Part {
  teamId: string;
  upToSeq: number;
}

/** All that is kept of who asks, over all their teams, as a zip of JSON lines that is made while it is read; never a
 *  secret. Each person's own, so no permission.
 *  @throws AppError `rate_limited` while others are being made */
export async function exportMine({ db, actor }: Context): Promise<ReadableStream<Uint8Array>> {
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const free = takeExportSlot();
  try {
    const teamIds = await listTeamsWrittenIn(db, personId);
    const parts = await Promise.all(
      teamIds.map(async (teamId) => ({ teamId, upToSeq: await findLedgerEnd(db, teamId) })),
    );
    const inEach = (read: (part: Part) => AsyncIterable<string>) =>
      async function* () {
        for (const part of parts) yield* read(part);
      };
    const own = (table: ExportedTable) => inEach(({ teamId }) => readTable(db, table, { teamId, personId }));
    const files: ArchiveFile[] = [
      { name: "person.jsonl", lines: () => readTable(db, "person", { id: personId }) },
      { name: "sessions.jsonl", lines: () => readTable(db, "session", { personId }) },
      { name: "memberships.jsonl", lines: own("membership") },
      { name: "groups.jsonl", lines: own("group_member") },
      { name: "notices.jsonl", lines: own("notice_answer") },
      { name: "drafts.jsonl", lines: own("draft") },
      { name: "chats.jsonl", lines: own("chat") },
      { name: "shares.jsonl", lines: own("share") },
      { name: "messages.jsonl", lines: inEach(({ teamId }) => readMessages(db, { teamId, personId })) },
      { name: "decisions.jsonl", lines: own("decision") },
      { name: "ledger.jsonl", lines: inEach((part) => readTable(db, "ledger", { ...part, personId })) },
    ];
    const facts = async () => ({
      ...{ kind: "person", personId },
      teams: await Promise.all(
        parts.map(async (part) => ({
          teamId: part.teamId,
          ledger: await sumExportedLedger(db, { ...part, personId }),
        })),
      ),
    });
    return zipLines(files, facts, free);
  } catch (error) {
    free();
    throw error;
  }
}
