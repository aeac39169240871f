import type { Locale } from "./locale";
import { MESSAGES } from "./messages";

/** What an action is called; one that no catalogue names keeps its own name. */
export function auditAction(action: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = MESSAGES[locale].audit.action;
  return names[action.replaceAll(".", "-")] ?? action;
}
