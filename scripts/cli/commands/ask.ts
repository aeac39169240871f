import { type Command, InvalidArgumentError, Option } from "commander";
import { CHOSEN_MODES } from "@/lib/router/choice";
import type { AskOptions } from "../ask/ask";
import { withCommonOptions } from "../leaf";
import { parseChatId } from "../parse-id";

export function addAsk(command: Command): void {
  command
    .argument("<text>", 'the question; "-" reads it from standard input')
    .addOption(
      new Option("--model <vendor/model>", "one connected model").argParser(parseModel).conflicts("mode"),
    )
    .addOption(
      new Option(
        "--mode <mode>",
        "a model that serves this mode, or auto, which picks the mode by the question; auto in a new chat",
      ).choices(CHOSEN_MODES),
    )
    .option("--chat <id>", "go on in this chat, with its model or mode unless another is named", parseChatId)
    .option("--team <id or name>", "the only or first team unless it is given");
  withCommonOptions(command).action(async (text: string, options: AskOptions) => {
    const { ask } = await import("../ask/ask");
    process.exitCode = await ask(text, options);
  });
}

function parseModel(text: string): string {
  if (/^[^/\s]+\/\S+$/.test(text)) return text;
  throw new InvalidArgumentError(
    'It must be vendor/model, such as openai/gpt-5; "provider list" names the vendors.',
  );
}
