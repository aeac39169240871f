import type { ListedProvider } from "./listed-provider";

export const PROVIDER_STATES = ["connected", "failing", "missing"] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

export interface ProviderFilter {
  query: string;
  /** Null: whatever their state. */
  state: ProviderState | null;
}

/** A vendor as a list names it. */
export interface NamedVendor {
  id: string;
  name: string;
  /** What else it is looked for by, such as its name in another language. */
  words: string;
}

export interface FoundProviders {
  connected: ListedProvider[];
  /** Vendors of which nothing is connected. */
  missing: NamedVendor[];
  /** Of what the words match, by state. */
  counts: Readonly<Record<ProviderState, number>>;
}

/** What matches every word: what is connected, and vendors that could be. */
export function findProviders(
  providers: readonly ListedProvider[],
  vendors: readonly NamedVendor[],
  { query, state }: ProviderFilter,
): FoundProviders {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (...texts: string[]) => {
    const text = texts.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const wordsOf = new Map(vendors.map((vendor) => [vendor.id, vendor.words]));
  const there = new Set(providers.map(({ vendor }) => vendor));
  const connected = providers.filter(({ vendor, vendorName, name, baseUrl }) =>
    matches(vendor, vendorName, wordsOf.get(vendor) ?? "", name, baseUrl ?? ""),
  );
  const missing = vendors.filter(({ id, name, words: more }) => !there.has(id) && matches(id, name, more));
  const failing = connected.filter(isFailing);
  return {
    connected: state === "failing" ? failing : state === "missing" ? [] : connected,
    missing: state === null || state === "missing" ? missing : [],
    counts: { connected: connected.length, failing: failing.length, missing: missing.length },
  };
}

/** It does not work, or some of its keys are not used now. */
const isFailing = ({ problem, pausedKeys, keys }: ListedProvider): boolean =>
  problem !== null || pausedKeys > 0 || keys.some(({ status }) => status.tone !== "ok");
