import { type Command, InvalidArgumentError, Option } from "commander";
import { MODES, type Mode } from "@/lib/router/choice";
import { listModeModels } from "@/lib/teams/list-mode-models";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type CommonOptions, leaf, withCommonOptions } from "../leaf";
import { printRows, printValue } from "../output";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

interface ModeOptions extends CommonOptions {
  team?: string;
}

const TEAM = "the only or first team unless it is given";

export function addModeCommands(mode: Command): void {
  const set = leaf(mode, "set", "say which models serve a mode, the most wanted first")
    .addOption(new Option("--mode <mode>", "which mode").choices(MODES).makeOptionMandatory())
    .requiredOption("--models <names>", "connected models, such as openai/gpt-5,demo/demo", parseNames)
    .option("--team <id or name>", TEAM);
  withCommonOptions(set).action(setModels);
  const show = leaf(mode, "show", "the models of each mode, in order")
    .addOption(new Option("--mode <mode>", "only this one").choices(MODES))
    .option("--team <id or name>", TEAM);
  withCommonOptions(show).action(showModels);
}

async function setModels({
  mode,
  models,
  ...acting
}: ModeOptions & { mode: Mode; models: string[] }): Promise<void> {
  const stated = await withContext(acting, async (context) => {
    requireTeam(context);
    return setModeModels(context, { mode, models });
  });
  printValue(stated, acting, `${mode}: ${stated.models.join(", ")}`);
}

async function showModels({ mode, ...acting }: ModeOptions & { mode?: Mode }): Promise<void> {
  const all = await withContext(acting, async (context) => {
    requireTeam(context);
    return listModeModels(context);
  });
  printRows(
    all.filter((row) => mode === undefined || row.mode === mode),
    acting,
    {
      none: "",
      columns: [
        { title: "Mode", value: (row) => row.mode },
        { title: "Chosen by", value: (row) => (row.stated ? "the team" : "Wye") },
        { title: "Models, in order", value: ({ models }) => models.join(", ") || "none is connected" },
      ],
    },
  );
}

function parseNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => /^[^/\s]+\/\S+$/.test(name))) return names;
  throw new InvalidArgumentError("It must be names such as openai/gpt-5, with commas between them.");
}
