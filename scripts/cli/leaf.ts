import type { Command } from "commander";

/** What every command takes. */
export interface CommonOptions {
  json?: boolean;
  as?: string;
}

/** A command that does something. */
export function leaf(parent: Command, nameAndArgs: string, summary: string): Command {
  return parent.command(nameAndArgs).description(summary).configureHelp({ sortOptions: false });
}

/** Its last options: they come after its own in the help. */
export function withCommonOptions(command: Command): Command {
  return command
    .option("--json", "one JSON value, or one JSON object a line for lists and streams")
    .option("--as <email>", "act as this person, with their rights, instead of the instance administrator");
}
