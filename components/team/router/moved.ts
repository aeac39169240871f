/** A list with one of its items a place up (-1) or down (1); the same list where it cannot go further. */
export function moved<Item>(list: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const [item, other] = [list[from], list[to]];
  if (item === undefined || other === undefined) return [...list];
  return list.map((one, place) => (place === from ? other : place === to ? item : one));
}
