import { z } from "zod";

/** What of a list of the whole instance is asked for. */
export const ListQuery = z.object({
  search: z.string().trim().max(200).optional(),
  /** The last one of the page before. */
  after: z.uuid().optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

const PAGE_SIZE = 50;

export interface Page<Row> {
  rows: Row[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** A page by its query: one more is asked for, to know whether there is a next. */
export async function pageOf<Row extends { id: string }>(
  { search, after }: ListQuery,
  read: (page: { search?: string; afterId?: string; limit: number }) => Promise<Row[]>,
): Promise<Page<Row>> {
  const rows = await read({
    ...(search && { search }),
    ...(after !== undefined && { afterId: after }),
    limit: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  return { rows: shown, next: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null };
}
