import { type Command, Option } from "commander";
import { IMPORT_FORMATS } from "@/lib/catalogue/import/imported";
import type { importFile } from "../catalogue/import-file";
import { leaf, withCommonOptions } from "../leaf";
import { VENDOR_IDS } from "../vendor-ids";

export function addCatalogueCommands(catalogue: Command): void {
  const take = leaf(catalogue, "import", "take models and prices from a file of the community, as it is")
    .argument("<file>", "JSON; - is standard input")
    .addOption(
      new Option("--format <name>", "whose file it is").choices(IMPORT_FORMATS).makeOptionMandatory(),
    )
    .addOption(
      new Option("--vendor <id>", "whose models a Portkey file has, where its name does not say").choices(
        VENDOR_IDS,
      ),
    )
    .option("--team <id or name>", "only for this team; for all unless it is given");
  withCommonOptions(take).action(async (...[file, options]: Parameters<typeof importFile>) =>
    (await import("../catalogue/import-file")).importFile(file, options),
  );
}
