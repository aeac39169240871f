import { writeTyped } from "./kept-typed";

/** Leaves a text in the composer of a chat that is not open yet. Where storage is refused (private windows), it does
 *  not get there. @returns whether it did */
export const keepDraft = (chatId: string, text: string): boolean =>
  writeTyped(chatId, { text, base: 0, dirty: text !== "" });
