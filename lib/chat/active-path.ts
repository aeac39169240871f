interface Node {
  id: string;
  parentId: string | null;
}

/** From the root to `leafId`, oldest first; to the newest leaf when the remembered one is gone. Ends rather than
 *  loops if the rows are not a tree. */
export function activePath<Row extends Node>(rows: readonly Row[], leafId: string | null): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const path: Row[] = [];
  let at = (leafId === null ? undefined : byId.get(leafId)) ?? rows.at(-1);
  while (at) {
    path.push(at);
    byId.delete(at.id);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path.reverse();
}
