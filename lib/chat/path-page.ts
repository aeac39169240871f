import { listCompared, listMessages, type MessageWithCost } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import type { WyeMessage } from "./message";
import { saidSoFar } from "./said-so-far";
import { toUiMessage } from "./to-ui-message";
import { type Shown, type Siblings, siblingsOf, type TreeNode } from "./tree";
import { type CostedMessage, withCosts } from "./with-costs";

/** A stretch of a path without holes, oldest first. */
export interface MessagePage {
  /** Each names the message before it as its parent, and its place in the path. */
  messages: WyeMessage[];
  /** Where this stretch could go another way. */
  siblings: Siblings;
}

/** The tree of a chat, and one path in it. */
export interface ChatPath {
  nodes: readonly TreeNode[];
  path: readonly Shown<TreeNode>[];
}

interface Stretch {
  /** The place in the path that is read first; its neighbours follow by their distance. */
  at: number;
  low: number;
  high: number;
}

interface Limits {
  messages: number;
  /** Of what is said; one message may be longer. */
  bytes: number;
}

const ONE_PAGE: Limits = { messages: 50, bytes: 256 * 1024 };
export const WITHOUT_LIMIT: Limits = { messages: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** As many messages of a path as make a page, nearest to `at`. */
export async function pathPage(
  context: Context,
  { nodes, path }: ChatPath,
  { at, low, high }: Stretch,
  limits: Limits = ONE_PAGE,
): Promise<MessagePage> {
  const places = nearestFirst(Math.max(0, low), Math.min(path.length - 1, high), at).slice(
    0,
    limits.messages,
  );
  const ids = places.flatMap((place) => path[place]?.node.id ?? []);
  const found = await listMessages(context.db, context.actor.teamId, ids, limits.bytes);
  const rows = await withCosts(context, [...found, ...(await listBeside(context, found))]);
  const byId = new Map(rows.slice(0, found.length).map((row) => [row.message.id, row]));
  const shown = path.flatMap(({ node, parentId }, position) => {
    const row = byId.get(node.id);
    return row === undefined ? [] : { row, node, parentId, position };
  });
  const compared = await Promise.all(
    rows.slice(found.length).map(async (row) => toUiMessage(await saidSoFar(context, row))),
  );
  return {
    messages: await Promise.all(
      shown.map(async (entry) => withCompared(await toShownMessage(context, entry), compared)),
    ),
    siblings: siblingsOf(nodes, shown),
  };
}

/** The answers of the comparisons that these messages stand in. */
function listBeside({ db, actor }: Context, rows: readonly MessageWithCost[]): Promise<MessageWithCost[]> {
  const within = rows.filter(({ message }) => message.comparison !== null);
  return listCompared(
    db,
    actor.teamId,
    within.flatMap(({ message }) => message.parentId ?? []),
    within.flatMap(({ message }) => message.comparison?.id ?? []),
  );
}

function withCompared(message: WyeMessage, all: readonly WyeMessage[]): WyeMessage {
  const { metadata } = message;
  if (!metadata?.comparison) return message;
  const compared = all.filter(
    (other) => other.id !== message.id && other.metadata?.comparison?.id === metadata.comparison?.id,
  );
  return { ...message, metadata: { ...metadata, compared } };
}

/** However many of these places are taken from the first, they lie side by side. */
function nearestFirst(low: number, high: number, at: number): number[] {
  const places = Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
  return places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
}

interface ShownRow {
  row: CostedMessage;
  parentId: string | null;
  position: number;
}

async function toShownMessage(context: Context, { row, parentId, position }: ShownRow): Promise<WyeMessage> {
  const said = await saidSoFar(context, row);
  const { metadata, ...message } = toUiMessage({ ...said, message: { ...said.message, parentId } });
  return metadata === undefined ? message : { ...message, metadata: { ...metadata, position } };
}
