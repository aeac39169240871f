import type { ServerDraft } from "@/lib/chat/draft";

/** What is typed in this browser. */
export interface Typed {
  text: string;
  /** The server's version that it comes from. */
  base: number;
  /** The server does not have it yet. */
  dirty: boolean;
}

/** What stands in the composer when the server's draft is known. Nothing that was typed is lost: where both sides have
 *  changed, what the other device wrote comes first. */
export function reconcile(typed: Typed | null, server: ServerDraft): Typed {
  const { text, version } = server;
  if (typed === null || !typed.dirty) return { text, base: version, dirty: false };
  if (version === typed.base) return typed;
  const both = join(text, typed.text);
  return { text: both, base: version, dirty: both !== text };
}

function join(theirs: string, ours: string): string {
  if (ours.startsWith(theirs)) return ours;
  if (theirs.startsWith(ours)) return theirs;
  return `${theirs}\n\n${ours}`;
}
