export const DRAFT = "wye-draft:";

/** Leaves a text in the composer of a chat that is not open yet. Where storage is refused (private windows), it does
 *  not get there. @returns whether it did */
export function keepDraft(chatId: string, text: string): boolean {
  try {
    if (text !== "") localStorage.setItem(DRAFT + chatId, text);
    return true;
  } catch {
    return false;
  }
}
