import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import type { MessagePage } from "@/lib/chat/path-page";
import { ROOT, type Siblings } from "@/lib/chat/tree";

/** What this page has read of a path above its end, with holes. */
export interface Earlier {
  /** By their places in the path. All lie on one path. */
  messages: ReadonlyMap<number, WyeMessage>;
  siblings: Siblings;
  /** Id of the first message of an end that this is known to lead to. */
  leadsTo: string | null;
}

export const NOTHING_EARLIER: Earlier = { messages: new Map(), siblings: {}, leadsTo: null };

/** How many messages come before these in their path. */
export const firstPlace = (messages: readonly WyeMessage[]): number => messages[0]?.metadata?.position ?? 0;

/** What was read, and another page of the same path. */
export function withPage(earlier: Earlier, page: MessagePage): Earlier {
  return {
    ...earlier,
    messages: new Map([...earlier.messages, ...placed(page.messages)]),
    siblings: withSiblings(earlier.siblings, page),
  };
}

/** What of it leads to this end: all, or nothing where the end is of another path. */
export function leadingTo(earlier: Earlier, end: readonly WyeMessage[]): Earlier {
  const first = end[0];
  if (first === undefined || firstPlace(end) === 0) return NOTHING_EARLIER;
  return earlier.leadsTo === first.id || joins(earlier, first) ? earlier : NOTHING_EARLIER;
}

/** What is known above the end of a view that comes in the place of `end`. */
export function afterView(earlier: Earlier, end: readonly WyeMessage[], view: ConversationView): Earlier {
  const first = view.messages[0];
  if (first === undefined) return NOTHING_EARLIER;
  const known = withPage(leadingTo(earlier, end), { messages: [...end], siblings: {} });
  const kept = joins(known, first) ? above(known, first) : above(known, view.around?.messages[0]);
  return { ...(view.around === null ? kept : withPage(kept, view.around)), leadsTo: first.id };
}

/** What lies above a message, where it leads there. */
function above(known: Earlier, first: WyeMessage | undefined): Earlier {
  if (first === undefined || !joins(known, first)) return NOTHING_EARLIER;
  const place = first.metadata?.position ?? 0;
  return { ...known, messages: new Map([...known.messages].filter(([at]) => at < place)) };
}

/** Messages of a path are all on the way to each of them: one that is shared shows that all above are. */
function joins(known: Earlier, first: WyeMessage): boolean {
  const place = first.metadata?.position ?? 0;
  if (place === 0) return false;
  return (
    known.messages.get(place)?.id === first.id ||
    known.messages.get(place - 1)?.id === first.metadata?.parentId
  );
}

/** Where a place had others beside it and has none any more, the page has no group for it. */
function withSiblings(before: Siblings, { messages, siblings }: MessagePage): Siblings {
  const read = new Set(messages.map(({ metadata }) => metadata?.parentId ?? ROOT));
  return { ...Object.fromEntries(Object.entries(before).filter(([key]) => !read.has(key))), ...siblings };
}

function placed(messages: readonly WyeMessage[]): [number, WyeMessage][] {
  return messages.flatMap((message): [number, WyeMessage][] => {
    const position = message.metadata?.position;
    return position === undefined ? [] : [[position, message]];
  });
}
