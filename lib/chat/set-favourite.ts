import { changePreferences } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";

export interface FavouriteInput {
  /** `vendor/model`, as the picker names it. */
  model: string;
  favourite: boolean;
}

const MOST = 50;

/** Stars a model in the person's picker, on every device of theirs, or takes the star away. */
export async function setFavourite(
  { db, actor }: Context,
  { model, favourite }: FavouriteInput,
): Promise<void> {
  requirePermission(actor, "chat:use");
  if (actor.kind !== "person") return;
  await changePreferences(db, actor.personId, ({ favouriteModels = [] }) => {
    const others = favouriteModels.filter((name) => name !== model);
    return { favouriteModels: favourite ? [model, ...others].slice(0, MOST) : others };
  });
}
