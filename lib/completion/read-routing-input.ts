import { listUsableProviders } from "@/db/queries/providers";
import { listModeModels } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import type { RoutingInput } from "@/lib/router/choose-model";
import { routingInput } from "./target";
import { usableModels } from "./usable-models";

/** What the team's choices are made from. */
export async function readRoutingInput({ db, actor }: Pick<Context, "db" | "actor">): Promise<RoutingInput> {
  const rows = await listUsableProviders(db, actor.teamId);
  return routingInput(rows, usableModels(rows), await listModeModels(db, actor.teamId));
}
