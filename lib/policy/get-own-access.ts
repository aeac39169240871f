import { listGroups } from "@/db/queries/groups";
import { readOffersFor } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Role } from "@/lib/permissions/roles";
import { CHOSEN_MODES, type ChosenMode } from "@/lib/router/choice";
import { planOf } from "@/lib/router/plan";
import { type AccessRule, speaksOf } from "@/lib/router/policy/access";
import { permitsMode } from "@/lib/router/policy/permits-mode";
import { listHelpers } from "@/lib/teams/list-helpers";

export interface OwnRule extends Pick<AccessRule, "id" | "allow" | "deny" | "modes"> {
  who: { kind: "everyone" } | { kind: "role"; role: Role } | { kind: "group"; name: string };
}

/** What the rules of access leave to the person who asks. */
export interface OwnAccess {
  /** Those that speak of them, and no others: what holds for other people is not theirs to know. */
  rules: OwnRule[];
  modes: readonly { mode: ChosenMode; open: boolean }[];
  /** Of the team's connected models: how many can be asked, and the names of those that a rule closes. */
  models: { open: number; closed: string[] };
  /** Names of those who can change it. */
  ask: string[];
}

/** Which rules of access hold for the person themselves, and what they leave.
 *  @throws AppError `forbidden` */
export async function getOwnAccess(context: Context): Promise<OwnAccess> {
  const { db, actor } = context;
  requirePermission(actor, "policy:read");
  const subject = actor.kind === "person" ? actor : { role: "owner" as const, groupIds: [] };
  const [offers, groups, ask] = await Promise.all([
    readOffersFor(db, actor),
    listGroups(db, actor.teamId, subject.groupIds),
    listHelpers(context),
  ]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const entries = [...planOf(routerCatalogue(offers, new Date()), offers.policy).byName.values()];
  return {
    rules: offers.policy.access
      .filter((rule) => speaksOf(rule, subject))
      .map(({ id, who, allow, deny, modes }) => ({
        ...{ id, allow, deny, modes },
        who: who.kind === "group" ? { kind: "group", name: names.get(who.groupId) ?? "" } : who,
      })),
    modes: CHOSEN_MODES.map((mode) => ({ mode, open: permitsMode(offers.policy, mode) })),
    models: {
      open: entries.filter(({ forbidden }) => forbidden === null).length,
      closed: entries.filter(({ forbidden }) => forbidden === "not-permitted").map(({ name }) => name),
    },
    ask,
  };
}
