import { type Command, Option } from "commander";
import { listUsage } from "@/lib/usage/list-usage";
import { reportUsage } from "@/lib/usage/report-usage";
import { sumUsage, type UsageTotal } from "@/lib/usage/sum-usage";
import type { UsageRow } from "@/lib/usage/usage-row";
import { describeReport } from "../describe-report";
import { formatCost } from "../format-cost";
import type { Column } from "../format-table";
import { formatTime } from "../format-time";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { print, printRows } from "../output";
import { parseCount } from "../parse-count";
import { parseKeyId } from "../parse-id";
import { parseInstant } from "../parse-instant";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

const MOST = 100_000;
const DEFAULT_LIMIT = 50;

interface ListOptions extends CommonOptions {
  team?: string;
  instance?: boolean;
  limit: number;
  since?: Date;
  key?: string;
}

export function addUsageCommands(usage: Command): void {
  const list = leaf(usage, "list", "calls to models, newest first, with what each cost")
    .addOption(
      new Option("--team <id or name>", "the only or first team unless it is given").conflicts("instance"),
    )
    .option("--instance", "of all teams")
    .option("--limit <number>", `at most so many, up to ${MOST}`, parseCount(MOST), DEFAULT_LIMIT)
    .option("--since <date or time>", "that began then or later; UTC unless it names its zone", parseInstant)
    .option("--key <id>", "made with this API key", parseKeyId);
  withCommonOptions(list).action(listCalls);
}

async function listCalls(options: ListOptions): Promise<void> {
  const { limit, since, key } = options;
  const { rows, totals, report } = await withContext(options, async (context) => {
    const teamId = options.instance ? null : requireTeam(context);
    const range = { ...(since && { since }), ...(key !== undefined && { keyId: key }) };
    return {
      rows: await listUsage(context, { teamId, limit, ...range }),
      totals: options.json ? [] : await sumUsage(context, { teamId, ...range }),
      report: options.json || teamId === null ? null : await reportUsage(context, range),
    };
  });
  printRows(rows, options, {
    columns: columns(options.instance ?? false),
    none: "No model has been called yet.",
  });
  if (totals.length > 0) print(`\n${totals.map(describeTotal).join("\n")}`);
  if (report !== null) print(describeReport(report));
}

function columns(withTeam: boolean): Column<UsageRow>[] {
  const team: Column<UsageRow> = { title: "Team", value: (row) => row.team };
  return [
    { title: "Time (UTC)", value: ({ at }) => formatTime(at) },
    ...(withTeam ? [team] : []),
    { title: "User", value: ({ user }) => user },
    { title: "Model", value: ({ vendor, model }) => `${vendor}/${model}` },
    { title: "Mode", value: ({ mode }) => mode ?? "—" },
    { title: "Purpose", value: ({ purpose }) => purpose },
    { title: "Outcome", value: ({ outcome }) => outcome },
    {
      title: "Input",
      value: ({ usage }) => String(inputOf(usage)),
      align: "right",
    },
    { title: "Output", value: ({ usage }) => String(outputOf(usage)), align: "right" },
    { title: "Reasoning", value: ({ usage }) => String(usage.reasoning), align: "right" },
    { title: "Cost", value: formatCost, align: "right" },
    { title: "Status", value: describeStatus },
  ];
}

function describeStatus({ status, corrects, reason, corrected }: UsageRow): string {
  if (corrects !== null) return `corrects ${corrects}: ${reason}`;
  if (corrected === null) return status;
  return `${status}, corrected to ${corrected.map(({ cost, currency }) => `${cost} ${currency}`).join(" and ")}`;
}

/** Of all calls that match, listed or not. */
function describeTotal(total: UsageTotal): string {
  const { calls, corrections, currency, cost, demo, estimatedCalls, unpricedCalls } = total;
  const estimated = estimatedCalls > 0 ? `, ${estimatedCalls} of them estimated` : "";
  const corrected =
    corrections > 0 ? `, ${corrections} ${corrections === 1 ? "correction" : "corrections"}` : "";
  const count = `${calls} ${calls === 1 ? "call" : "calls"}${estimated}${corrected}`;
  if (currency === null) return `Without a price: ${unpricedCalls} of ${count}`;
  return `${demo ? "Demo, invented" : "Total"}: ${cost} ${currency} (${count})`;
}

type Usage = UsageRow["usage"];

function inputOf({ input, cacheRead, cacheWrite, cacheWrite1h = 0, ...more }: Usage): number {
  const { audioInput = 0, audioCacheRead = 0, imageInput = 0 } = more;
  return input + cacheRead + cacheWrite + cacheWrite1h + audioInput + audioCacheRead + imageInput;
}

const outputOf = ({ output, audioOutput = 0, imageOutput = 0 }: Usage): number =>
  output + audioOutput + imageOutput;
