import type { Command } from "commander";
import { allowHost } from "@/lib/providers/allow-host";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { printValue } from "../output";
import { withContext } from "../with-context";

export function addHostCommands(host: Command): void {
  const allow = leaf(host, "allow", "let teams connect providers at a private host").argument(
    "<host>",
    "such as localhost:11434 or 10.0.0.5; without a port or a scheme it is every port",
  );
  withCommonOptions(allow).action(async (name: string, common: CommonOptions) => {
    const hosts = await withContext(common, (context) => allowHost(context, name));
    printValue({ hosts }, common, `Allowed for all teams: ${hosts.join(", ")}`);
  });
}
