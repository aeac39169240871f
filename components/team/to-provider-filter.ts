import { PROVIDER_STATES, type ProviderFilter } from "./find-providers";

/** A filter as an address has it. */
export function toProviderFilter(search: unknown, state: unknown): ProviderFilter {
  return {
    query: typeof search === "string" ? search.slice(0, 200) : "",
    state: PROVIDER_STATES.find((one) => one === state) ?? null,
  };
}
