import { InvalidArgumentError } from "commander";
import { z } from "zod";

const parseIdOf = (noun: string) => (text: string) => {
  if (z.uuid().safeParse(text).success) return text.toLowerCase();
  throw new InvalidArgumentError(`It must be the id of a ${noun}, as "${noun} list" prints it.`);
};

export const parseChatId = parseIdOf("chat");
export const parseKeyId = parseIdOf("key");
