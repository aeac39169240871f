import { type Command, Option } from "commander";
import { leaf, withCommonOptions } from "../leaf";
import type { addOne } from "../provider/add-one";
import type { listAll } from "../provider/list-all";
import type { testSome } from "../provider/test-some";
import { VENDOR_IDS } from "../vendor-ids";

const INSTANCE = "only those of all teams";
const TEAM = "the only or first team unless it is given";

export function addProviderCommands(provider: Command): void {
  const add = leaf(provider, "add", "connect a vendor; the same vendor and name again replaces")
    .addOption(new Option("--team <id or name>", TEAM).conflicts("instance"))
    .option("--instance", "for all teams; allows the host it names, private or not")
    .addOption(new Option("--vendor <id>", "whose models").choices(VENDOR_IDS).makeOptionMandatory())
    .option("--name <name>", "what its model names start with, instead of the vendor")
    .option("--base-url <url>", "where it is, instead of the vendor's own address")
    .option("--api-key <key>", 'its key; "-" reads it from standard input')
    .option("--force", "keep it even if it does not work now");
  withCommonOptions(add).action(async (...[options]: Parameters<typeof addOne>) =>
    (await import("../provider/add-one")).addOne(options),
  );

  const test = leaf(provider, "test", "try a connected provider and read its models anew")
    .argument("[name]", "every provider that the team may use unless it, or a flag, picks some")
    .option("--vendor <id>", "only this vendor's")
    .option("--name <name>", "only the one of this name")
    .option("--instance", INSTANCE)
    .option("--team <id or name>", TEAM);
  withCommonOptions(test).action(async (...[name, options]: Parameters<typeof testSome>) =>
    (await import("../provider/test-some")).testSome(name, options),
  );

  const list = leaf(
    provider,
    "list",
    "what a team may use: its own providers, then those of all teams",
  ).option("--team <id or name>", TEAM);
  withCommonOptions(list).action(async (...[options]: Parameters<typeof listAll>) =>
    (await import("../provider/list-all")).listAll(options),
  );
}
