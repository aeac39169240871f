import { ListQuery } from "@/lib/admin/list-query";

export type ListSearchParams = Promise<Partial<Record<"search" | "after", string | string[]>>>;

/** What an address asks of a list; what makes no sense is left out. */
export async function listQueryOf(searchParams: ListSearchParams): Promise<ListQuery> {
  const { search, after } = await searchParams;
  return {
    search: ListQuery.shape.search.catch(undefined).parse(search),
    after: ListQuery.shape.after.catch(undefined).parse(after),
  };
}
