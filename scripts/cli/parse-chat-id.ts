import { InvalidArgumentError } from "commander";
import { z } from "zod";

export function parseChatId(text: string): string {
  if (z.uuid().safeParse(text).success) return text.toLowerCase();
  throw new InvalidArgumentError('It must be the id of a chat, as "chat list" prints it.');
}
