import { readOffersFor } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { RouterCatalogue } from "@/lib/router/candidate";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import type { Acting } from "../acting";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";

/** A team's models and policy. Loaded only for a team: it brings the vendors' libraries with it. */
export function readTeamRouter(
  acting: Acting,
  now: Date,
): Promise<{ policy: RoutingPolicy; catalogue: RouterCatalogue }> {
  return withContext(acting, async (context) => {
    requireTeam(context);
    requirePermission(context.actor, "chat:use");
    const offers = await readOffersFor(context.db, context.actor);
    return { policy: offers.policy, catalogue: routerCatalogue(offers, now) };
  });
}
