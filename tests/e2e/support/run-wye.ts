import type { UsageRow } from "@/lib/usage/usage-row";
import { runLauncher } from "@/tests/integration/cli/run-command";
import type { Wye } from "@/tests/support/server";

/** Runs the command line on a running server's data. @throws Error when the command fails. */
export async function runWye({ dataDir }: Wye, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runLauncher({ WYE_DATA_DIR: dataDir }, args);
  if (code !== 0) throw new Error(`wye ${args.join(" ")} ended with ${code}:\n${stderr}`);
  return stdout;
}

/** Every row of the ledger, newest first. */
export async function ledgerOf(wye: Wye): Promise<UsageRow[]> {
  const lines = await runWye(wye, "usage", "list", "--json", "--instance", "--limit", "1000");
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as UsageRow);
}
