import type { Context } from "@/lib/context";
import type { RoutingInput } from "@/lib/router/choose-model";
import { readOffers } from "./offers";
import { routingInput } from "./routing-input";

/** What the team's choices are made from. */
export async function readRoutingInput({ db, actor }: Pick<Context, "db" | "actor">): Promise<RoutingInput> {
  return routingInput(await readOffers(db, actor.teamId));
}
