import type { Db } from "@/db/client";
import { upsertProvider } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import { DEFAULT_POLICY, type RoutingPolicy, type Rule } from "@/lib/router/policy/policy";
import type { TeamRouting } from "@/lib/routing/routing-input";
import { newTeam, type TestTeam } from "@/tests/support/team";

/** A Knowledge model, an older one of that kind, and one that always reasons. */
const MODELS = ["gpt-4o-mini", "gpt-4o", "o4-mini"];

export async function connect(db: Db, teamId: string, models = MODELS): Promise<void> {
  await upsertProvider(db, {
    ...{ teamId, id: newId(), vendor: "openai", name: "openai", source: "person" },
    models: models.map((id) => ({ id })),
  });
}

/** A team with these models, and its owner. */
export async function routingTeam(db: Db): Promise<{ team: TestTeam; owner: Context }> {
  const team = await newTeam(db);
  await connect(db, team.teamId);
  return { team, owner: await team.as("owner") };
}

export const NO_LISTS: TeamRouting["modes"] = { knowledge: null, reasoning: null };
export const policyOf = (part: Partial<RoutingPolicy>): RoutingPolicy => ({ ...DEFAULT_POLICY, ...part });

/** What asks for a proof is answered in Reasoning, unless it is said otherwise. */
export const ruleOf = (part: Partial<Rule> = {}): Rule => ({
  ...{ id: newId(), name: "Proofs", enabled: true, when: { matches: "prove" } },
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  then: { mode: "reasoning" },
  ...part,
});

export const rateOf = (currency: string, input: string, output: string): Rate =>
  makeRate({
    ...{ vendor: "openai", model: "m", currency, perMillion: { input, output } },
    ...{ validFrom: "2026-01-01", version: `${currency} ${input}` },
  });
