import type { Command } from "commander";
import { makeProgram } from "@/scripts/cli/program";

/** A place of a command where something is named. */
export interface Place {
  /** `--team`, or an argument's `<id>`. */
  name: string;
  isFlag: boolean;
  isRequired: boolean;
  takesValue: boolean;
}

export interface FoundCommand {
  /** `chat show` */
  name: string;
  words: string[];
  places: Place[];
}

/** Every command, found in the program itself. */
export async function findCommands(): Promise<FoundCommand[]> {
  const nouns = (await makeProgram([])).commands.map((noun) => noun.name());
  const programs = await Promise.all(
    nouns.map(async (noun) => ({ noun, program: await makeProgram([noun]) })),
  );
  return programs.flatMap(({ noun, program }) => {
    const found = program.commands.find((command) => command.name() === noun);
    return found ? leavesOf(found, [noun]) : [];
  });
}

function leavesOf(command: Command, words: string[]): FoundCommand[] {
  if (command.commands.length > 0) {
    return command.commands.flatMap((child) => leavesOf(child, [...words, child.name()]));
  }
  const flags = command.options.map((option) => ({
    name: option.long ?? option.flags,
    isFlag: true,
    isRequired: option.mandatory,
    takesValue: option.required || option.optional,
  }));
  const given = command.registeredArguments.map((argument) => ({
    name: `<${argument.name()}>`,
    isFlag: false,
    isRequired: argument.required,
    takesValue: true,
  }));
  return [{ name: words.join(" "), words, places: [...given, ...flags] }];
}
