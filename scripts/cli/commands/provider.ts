import { type Command, Option } from "commander";
import { leaf, withCommonOptions } from "../leaf";
import type { addOne } from "../provider/add-one";
import type { addKey, removeKey, rotateKey, weighKey } from "../provider/change-keys";
import type { listAll } from "../provider/list-all";
import type { testSome } from "../provider/test-some";
import { VENDOR_IDS } from "../vendor-ids";

const INSTANCE = "only those of all teams";
const TEAM = "the only or first team unless it is given";

const NEW_KEY = 'the new key; "-" reads it from standard input';
const WEIGHT = "its share of the calls beside the others' from 0 to 100; 0: in reserve";

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
  addKeyCommands(provider);
}

function addKeyCommands(provider: Command): void {
  const key = (name: string, args: string, summary: string) =>
    leaf(provider, `${name} <name> ${args}`.trim(), `${summary}; a key is named by its last four characters`)
      .option("--team <id or name>", TEAM)
      .option("--instance", INSTANCE);
  const keys = () => import("../provider/change-keys");

  const add = key("add-key", "", "give a provider one more key, which shares its calls")
    .requiredOption("--api-key <key>", NEW_KEY)
    .option("--base-url <url>", "where this key is used, instead of the provider's address")
    .option("--weight <number>", WEIGHT);
  withCommonOptions(add).action(async (...args: Parameters<typeof addKey>) => (await keys()).addKey(...args));

  const rotate = key(
    "rotate-key",
    "[key]",
    "put a new key in the place of one, once it works",
  ).requiredOption("--api-key <key>", NEW_KEY);
  withCommonOptions(rotate).action(async (...args: Parameters<typeof rotateKey>) =>
    (await keys()).rotateKey(...args),
  );

  const weigh = key("weigh-key", "<key>", "set a key's share of the calls").requiredOption(
    "--weight <number>",
    WEIGHT,
  );
  withCommonOptions(weigh).action(async (...args: Parameters<typeof weighKey>) =>
    (await keys()).weighKey(...args),
  );

  const remove = key("remove-key", "<key>", "revoke a key: no call begins with it any more");
  withCommonOptions(remove).action(async (...args: Parameters<typeof removeKey>) =>
    (await keys()).removeKey(...args),
  );
}
