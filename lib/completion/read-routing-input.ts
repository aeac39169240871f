import { listUsableProviders } from "@/db/queries/providers";
import { listModeModels } from "@/db/queries/teams";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import type { RoutingInput } from "@/lib/router/choose-model";
import { routingInput } from "./target";
import { usableModels } from "./usable-models";

/** What the team's choices are made from. */
export async function readRoutingInput({ db, actor }: Pick<Context, "db" | "actor">): Promise<RoutingInput> {
  const [rows, book, stated] = await Promise.all([
    listUsableProviders(db, actor.teamId),
    readBook(db, actor.teamId),
    listModeModels(db, actor.teamId),
  ]);
  return routingInput(rows, usableModels(rows, book), stated);
}
