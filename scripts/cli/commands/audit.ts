import { type Command, Option } from "commander";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { AuditQuery } from "@/lib/audit/audit-query";
import type { AuditView, NamedId } from "@/lib/audit/audit-view";
import type { ChainBreak } from "@/lib/audit/chain-check";
import { exportAudit } from "@/lib/audit/export-audit";
import { listAudit } from "@/lib/audit/list-audit";
import { type CheckProgress, verifyAudit } from "@/lib/audit/verify-audit";
import type { Context } from "@/lib/context";
import { EXIT_FAILED } from "../exit-code";
import { formatTime } from "../format-time";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { note, printRows, printValue } from "../output";
import { parseCount } from "../parse-count";
import { parseDay } from "../parse-day";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

const MOST = 100_000;
const DEFAULT_LIMIT = 50;

interface AuditOptions extends CommonOptions {
  team?: string;
  instance?: boolean;
}

interface ListOptions extends AuditOptions {
  limit: number;
  action?: string;
  person?: string;
  target?: string;
  from?: string;
  to?: string;
}

export function addAuditCommands(audit: Command): void {
  const list = withScope(leaf(audit, "list", "who changed what, newest first"))
    .option("--limit <number>", `at most so many, up to ${MOST}`, parseCount(MOST), DEFAULT_LIMIT)
    .option("--action <action>", "of this kind, as the list prints it")
    .option("--person <name, e-mail or id>", "by this person")
    .option("--target <name, e-mail or id>", "on this person or thing")
    .option("--from <date>", "of this day or later, UTC", parseDay)
    .option("--to <date>", "of this day or earlier, UTC", parseDay);
  withCommonOptions(list).action(listEntries);
  const all = withScope(leaf(audit, "export", "every entry as JSON lines, in the order of the chain"));
  withCommonOptions(all).action(exportEntries);
  const verify = withScope(leaf(audit, "verify", "whether every entry is there and as it was written"));
  withCommonOptions(verify).action(verifyEntries);
}

function withScope(command: Command): Command {
  return command
    .addOption(
      new Option("--team <id or name>", "the only or first team unless it is given").conflicts("instance"),
    )
    .option("--instance", "the instance's own entries, which are no team's");
}

const scopeOf = ({ instance }: AuditOptions, context: Context): string =>
  instance ? INSTANCE_TEAM_ID : requireTeam(context);

async function listEntries(options: ListOptions): Promise<void> {
  const rows = await withContext(options, (context) =>
    listAudit(context, scopeOf(options, context), { ...AuditQuery.parse(options), limit: options.limit }),
  );
  printRows(rows, options, {
    none: "There is no such entry.",
    columns: [
      { title: "Entry", value: ({ seq }) => String(seq), align: "right" },
      { title: "Time (UTC)", value: ({ at }) => formatTime(at) },
      { title: "By", value: ({ actor }) => (actor === null ? "the instance" : nameOf(actor)) },
      { title: "Via", value: ({ via }) => via },
      { title: "Action", value: ({ action }) => action },
      { title: "On", value: ({ target }) => (target === null ? "—" : nameOf(target)) },
      { title: "Change", value: describeChanges },
    ],
  });
}

const nameOf = ({ id, name }: NamedId): string => name ?? id;

function describeChanges({ changes }: AuditView): string {
  const parts = changes.map(({ field, before, after, erased }) => {
    if (erased) return `${field}: erased`;
    if (before === null) return `${field}: ${after}`;
    return `${field}: ${before} -> ${after ?? "nothing"}`;
  });
  return parts.join("; ");
}

async function exportEntries(options: AuditOptions): Promise<void> {
  await withContext(options, async (context) => {
    for await (const lines of await exportAudit(context, scopeOf(options, context))) {
      if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  });
}

async function verifyEntries(options: AuditOptions): Promise<void> {
  const { ok, entries, broken } = await withContext(options, (context) =>
    verifyAudit(context, scopeOf(options, context), everySecond()),
  );
  printValue(
    { ok, entries, broken },
    options,
    broken === null ? `${entries} entries, all in order.` : tell(broken),
  );
  if (!ok) process.exitCode = EXIT_FAILED;
}

const SECOND_MS = 1_000;

/** Says once a second how far it is, to who waits at a terminal. */
function everySecond(): CheckProgress {
  let said = Date.now();
  return (checked, of) => {
    if (Date.now() - said < SECOND_MS) return;
    said = Date.now();
    note(`${checked} of ${of} entries checked`);
  };
}

function tell({ seq, id, reason }: ChainBreak): string {
  const entry = id === null ? `Entry ${seq}` : `Entry ${seq} (${id})`;
  return `${entry} ${REASONS[reason]}. Those before it are in order.`;
}

const REASONS: Record<ChainBreak["reason"], string> = {
  missing: "is missing",
  unlinked: "does not follow on the one before it, which was replaced",
  changed: "is not as it was written",
  end: "is not where the chain is known to end",
};
