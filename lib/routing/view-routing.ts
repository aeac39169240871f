import { listRoutingGroups } from "@/db/queries/routing-groups";
import { readOffers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import { routerHealth } from "@/lib/completion/router-health";
import type { UsableModel } from "@/lib/completion/usable-models";
import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";
import { vendorName } from "@/lib/i18n/vendor-names";
import { formatDecimal } from "@/lib/money/format-decimal";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { RouterCandidate } from "@/lib/router/candidate";
import { cutAt } from "@/lib/router/cut";
import { nameOf } from "@/lib/router/model-name";
import { planOf, type Ranking } from "@/lib/router/plan";
import { DEFAULT_POLICY } from "@/lib/router/policy/policy";
import { answeringNow } from "./answering-now";
import { readRouting } from "./read-routing";
import type { RoutableModel, RoutingView } from "./routing-view";
import { withPreferences } from "./with-preferences";

const MICRO_DIGITS = 6;
const MOST_DEFAULTS = 6;

/** How the team's questions are routed, and from what.
 *  @throws AppError `forbidden` */
export async function viewRouting(context: Context, locale: Locale): Promise<RoutingView> {
  requirePermission(context.actor, "mode:write");
  const { db, actor } = context;
  const now = new Date();
  const [offers, routing, groups] = await Promise.all([
    readOffers(db, actor.teamId),
    readRouting(db, actor.teamId),
    listRoutingGroups(db, actor.teamId),
  ]);
  const catalogue = routerCatalogue(offers, now);
  const { rankings } = planOf(
    withPreferences(catalogue, { knowledge: null, reasoning: null }),
    DEFAULT_POLICY,
  );
  const described = new Map(offers.models.map((model) => [nameOf(model), model]));
  const { from, to } = cutAt(null);
  return {
    routing,
    groups,
    models: catalogue.candidates.map((candidate) =>
      toRoutable(candidate, described.get(nameOf(candidate)), locale),
    ),
    defaults: { knowledge: firstOf(rankings.knowledge), reasoning: firstOf(rankings.reasoning) },
    answering: answeringNow(offers, routing, routerHealth(db, actor.teamId, offers, now), now),
    calibrated: { from, to },
    currencies: [
      ...new Set(catalogue.candidates.flatMap(({ rate, demo }) => (rate && !demo ? rate.currency : []))),
    ].sort(),
  };
}

const firstOf = ({ preferred, able }: Ranking): string[] =>
  [...preferred, ...able].slice(0, MOST_DEFAULTS).map(({ name }) => name);

function toRoutable(
  { provider, model, vendor, modes, residency, demo, rate }: RouterCandidate,
  found: UsableModel | undefined,
  locale: Locale,
): RoutableModel {
  const { displayName = model, chineseName } = found?.described ?? {};
  return {
    ...{ provider, model, vendor, modes, residency, demo },
    name: nameOf({ provider, model }),
    displayName: locale === "zh-CN" ? (chineseName ?? displayName) : displayName,
    providerName: provider === vendor ? vendorName(vendor, locale) : provider,
    price: rate && {
      currency: rate.currency,
      inputPerMillion: formatDecimal(rate.perMillionMicro.input, MICRO_DIGITS),
      outputPerMillion: formatDecimal(rate.perMillionMicro.output, MICRO_DIGITS),
      varies: false,
    },
  };
}
