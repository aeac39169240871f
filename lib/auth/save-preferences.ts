import { mergePreferences } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import type { Preferences } from "./preferences";

/** Remembers how a person likes Wye to look; what is not named stays. Each person's own, so no permission. */
export async function savePreferences({ db, actor }: Context, change: Preferences): Promise<void> {
  if (actor.kind === "person") await mergePreferences(db, actor.personId, change);
}
