interface Copy {
  id: string;
  parentId: string | null;
  copyOf: string;
}

/** A path, oldest first, under new ids: each copy hangs under the copy before it. */
export function copyPath(path: readonly { id: string }[], newId: () => string): Copy[] {
  const copies = path.map(({ id }) => ({ id: newId(), copyOf: id }));
  return copies.map((copy, position) => ({ ...copy, parentId: copies[position - 1]?.id ?? null }));
}
