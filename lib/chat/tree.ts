/** A message as the tree knows it. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  /** A deleted message keeps its place: what hangs under it is shown under the nearest one that is not deleted. */
  deleted: boolean;
}

/** Ids of the messages that stand beside each other, oldest first, by their shown parent; only where there is a
 *  choice. */
export type Siblings = Readonly<Record<string, readonly string[]>>;

/** The key of messages without a parent in `Siblings`. */
export const ROOT = "root";

export interface Shown<Node> {
  node: Node;
  /** The nearest message above that is not deleted. */
  parentId: string | null;
}

/** `nodes` oldest first. @returns the messages that are shown, each under its shown parent, in the same order. */
function shownNodes<Node extends TreeNode>(nodes: readonly Node[]): Shown<Node>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.filter(({ deleted }) => !deleted).map((node) => ({ node, parentId: shownParent(byId, node) }));
}

/** The shown messages from a root down through the remembered leaf, oldest first. The path goes on to the newest end
 *  below that leaf; where the leaf is deleted or gone, below what is shown nearest above it.
 *  Ends rather than loops if the rows are not a tree. */
export function activePath<Node extends TreeNode>(
  nodes: readonly Node[],
  leafId: string | null,
): Shown<Node>[] {
  const shown = shownNodes(nodes);
  return pathTo(shown, endOf(shown, nearestShown(nodes, leafId)));
}

/** The shown messages above `id`, oldest first, whether or not it is shown itself. Null when there is no such
 *  message. */
export function pathAbove<Node extends TreeNode>(nodes: readonly Node[], id: string): Shown<Node>[] | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const node = byId.get(id);
  return node === undefined ? null : pathTo(shownNodes(nodes), shownParent(byId, node));
}

function pathTo<Node extends TreeNode>(shown: readonly Shown<Node>[], id: string | null): Shown<Node>[] {
  const byId = new Map(shown.map((entry) => [entry.node.id, entry]));
  const path: Shown<Node>[] = [];
  let at = byId.get(id ?? "");
  while (at) {
    path.push(at);
    byId.delete(at.node.id);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path.reverse();
}

/** The end of the branch that `id` begins: where something was last said under it. Null when `id` is not shown. */
export function branchEnd(nodes: readonly TreeNode[], id: string): string | null {
  const shown = shownNodes(nodes);
  return shown.some(({ node }) => node.id === id) ? endOf(shown, id) : null;
}

/** Where the path could go another way. */
export function siblingsOf(nodes: readonly TreeNode[], path: readonly Shown<TreeNode>[]): Siblings {
  const keys = new Set(path.map(({ parentId }) => parentId ?? ROOT));
  const beside = new Map<string, string[]>();
  for (const { node, parentId } of shownNodes(nodes)) {
    const key = parentId ?? ROOT;
    if (!keys.has(key)) continue;
    const group = beside.get(key);
    if (group) group.push(node.id);
    else beside.set(key, [node.id]);
  }
  return Object.fromEntries([...beside].filter(([, ids]) => ids.length > 1));
}

function shownParent(byId: ReadonlyMap<string, TreeNode>, node: TreeNode): string | null {
  const seen = new Set<string>([node.id]);
  let at = node.parentId === null ? undefined : byId.get(node.parentId);
  while (at?.deleted && !seen.has(at.id)) {
    seen.add(at.id);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return at === undefined || at.deleted ? null : at.id;
}

/** `id` itself if it is shown, else the nearest shown one above it. */
export function nearestShown(nodes: readonly TreeNode[], id: string | null): string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const node = id === null ? undefined : byId.get(id);
  if (node === undefined) return null;
  return node.deleted ? shownParent(byId, node) : node.id;
}

/** The newest message at or under `top` that nothing hangs under; of the whole tree when `top` is null. */
function endOf(shown: readonly Shown<TreeNode>[], top: string | null): string | null {
  const children = Map.groupBy(shown, ({ parentId }) => parentId);
  const reached = new Set<string>();
  const waiting: (string | null)[] = [top];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at !== null) reached.add(at);
    for (const { node } of children.get(at) ?? []) if (!reached.has(node.id)) waiting.push(node.id);
  }
  return shown.findLast(({ node }) => reached.has(node.id) && !children.has(node.id))?.node.id ?? top;
}
