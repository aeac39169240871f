import { MODES } from "@/lib/router/choice";
import { ABILITIES, type ModelFilter, NO_FILTER, SORTS } from "./find-models";

/** What reads an address; `URLSearchParams` and what Next makes of it both do. */
interface Read {
  get(name: string): string | null;
  getAll(name: string): string[];
}

export const CONNECTIONS = ["connected", "elsewhere", "hidden"] as const;
const PRICINGS = ["priced", "unpriced"] as const;
const LONGEST_QUERY = 200;

/** The filter that an address asks for; what it gets wrong asks for nothing. */
export function filterOf(address: Read): ModelFilter {
  const oneOf = <One extends string>(all: readonly One[], name: string): One | null =>
    all.find((one) => one === address.get(name)) ?? null;
  return {
    query: (address.get("search") ?? "").slice(0, LONGEST_QUERY),
    vendor: address.get("vendor") || null,
    mode: oneOf(MODES, "mode"),
    abilities: ABILITIES.filter((ability) => address.getAll("can").includes(ability)),
    connection: oneOf(CONNECTIONS, "connection"),
    pricing: oneOf(PRICINGS, "price"),
    sort: oneOf(SORTS, "sort") ?? NO_FILTER.sort,
    descending: address.get("descending") === "1",
  };
}

/** The address of a list and of the model that is open over it, without what goes without saying. */
export function addressOf(filter: ModelFilter, opened: string | null): URLSearchParams {
  const address = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value) address.set(name, value);
  };
  put("search", filter.query);
  put("vendor", filter.vendor);
  put("mode", filter.mode);
  for (const ability of filter.abilities) address.append("can", ability);
  put("connection", filter.connection);
  put("price", filter.pricing);
  put("sort", filter.sort === NO_FILTER.sort ? null : filter.sort);
  put("descending", filter.descending ? "1" : null);
  put("model", opened);
  return address;
}
