import { type Command, Option } from "commander";
import type { routeLines } from "../route/route-lines";

export function addRoute(command: Command): void {
  command
    .addOption(
      new Option("--mode <mode>", "auto: knowledge or reasoning, by what the question needs")
        .choices(["auto"])
        .default("auto"),
    )
    .option(
      "--team <id or name>",
      "route among the models of this team, by its policy; without it among Wye's defaults, as if all their vendors were connected",
    )
    .option("--as <email>", "act as this person, in their team")
    .option("--json", "one JSON object a line")
    .addHelpText(
      "after",
      '\nCalls no model. Opens the database only for --team or --as.\nReads one question a line from standard input: {"text": "...", "history": [{"role": "user", "text": "...", "mode": "reasoning"}]}',
    );
  command.action(async (...[options]: Parameters<typeof routeLines>) =>
    (await import("../route/route-lines")).routeLines(options),
  );
}
