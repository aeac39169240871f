import type { Db } from "@/db/client";
import { AppError } from "@/lib/errors";
import type { Feature } from "./feature";
import { readFeatures } from "./read-features";

/** For what a feature is about, before it is done.
 *  @throws AppError `feature_off` */
export async function requireFeature(db: Db, feature: Feature): Promise<void> {
  if (!(await readFeatures(db))[feature]) throw new AppError("feature_off", { feature });
}
