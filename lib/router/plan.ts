import type { RouterCandidate, RouterCatalogue } from "./candidate";
import { MODES, type Mode } from "./choice";
import { nameOf } from "./model-name";
import { type Forbidden, forbidden } from "./policy/forbidden";
import type { RoutingPolicy } from "./policy/policy";

/** A candidate under a policy. */
export interface Entry {
  candidate: RouterCandidate;
  /** `provider/model`, as health is kept by. */
  name: string;
  forbidden: Forbidden | null;
}

/** Who serves a mode, each group in order; nobody is in two. */
export interface Ranking {
  /** Of the mode's list. */
  preferred: readonly Entry[];
  /** Those whose abilities suit it. */
  able: readonly Entry[];
  /** The rest, for when nobody else is there. */
  others: readonly Entry[];
}

/** What does not depend on the question. */
export interface Plan {
  /** In lower case. */
  byName: ReadonlyMap<string, Entry>;
  /** The same model at several hosts. */
  bySameAs: ReadonlyMap<string, readonly Entry[]>;
  rankings: Readonly<Record<Mode, Ranking>>;
  demo: readonly Entry[];
}

const plans = new WeakMap<RouterCatalogue, WeakMap<RoutingPolicy, Plan>>();

/** Made once for a catalogue and a policy: both are the same objects until something changes. */
export function planOf(catalogue: RouterCatalogue, policy: RoutingPolicy): Plan {
  const known = plans.get(catalogue) ?? new WeakMap<RoutingPolicy, Plan>();
  plans.set(catalogue, known);
  const plan = known.get(policy) ?? makePlan(catalogue, policy);
  known.set(policy, plan);
  return plan;
}

function makePlan({ candidates, preferences }: RouterCatalogue, policy: RoutingPolicy): Plan {
  const entries = candidates.map(
    (candidate): Entry => ({
      candidate,
      name: nameOf(candidate),
      forbidden: forbidden(policy, candidate),
    }),
  );
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, entry);
  }
  const own = [...byName.values()];
  const real = own.filter(({ candidate }) => !candidate.demo);
  const rankings = Object.fromEntries(
    MODES.map((mode) => [mode, rank(mode, real, preferences[mode], byName)]),
  ) as Record<Mode, Ranking>;
  return {
    byName,
    bySameAs: Map.groupBy(real, ({ candidate }) => candidate.sameAs),
    rankings,
    demo: own.filter(({ candidate }) => candidate.demo),
  };
}

function rank(
  mode: Mode,
  real: readonly Entry[],
  wanted: readonly string[],
  byName: Plan["byName"],
): Ranking {
  const preferred = new Set<Entry>();
  for (const name of wanted) {
    const entry = byName.get(name.toLowerCase());
    if (entry && !entry.candidate.demo) preferred.add(entry);
  }
  const rest = real.filter((entry) => !preferred.has(entry));
  const isAble = ({ candidate }: Entry) => candidate.modes.includes(mode);
  return {
    preferred: [...preferred],
    able: rest.filter(isAble),
    others: rest.filter((entry) => !isAble(entry)),
  };
}
