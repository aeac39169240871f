import type { Db } from "@/db/client";
import { FEATURES_SETTING, readSetting } from "@/db/queries/settings";
import { type Features, toFeatures } from "./feature";

/** Which features are on now. Asked of the database each time, so that a switch holds at once on every replica. */
export async function readFeatures(db: Db): Promise<Features> {
  return toFeatures(await readSetting(db, FEATURES_SETTING));
}
