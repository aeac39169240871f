import { z } from "zod";
import { claimSetting, FEATURES_SETTING, lockSetting, writeSetting } from "@/db/queries/settings";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { FEATURES, Feature } from "./feature";
import { readFeatures } from "./read-features";

export const SetFeature = z.strictObject({ feature: Feature, on: z.boolean() });
export type SetFeature = z.infer<typeof SetFeature>;

/** Switches a feature on or off for everybody, from now on.
 *  @throws AppError `forbidden` */
export async function setFeature(context: Context, { feature, on }: SetFeature): Promise<void> {
  requireInstancePermission(context.actor, "instance:settings");
  await transact(context, async (inner) => {
    await claimSetting(inner.db, FEATURES_SETTING, []);
    await lockSetting(inner.db, FEATURES_SETTING);
    const before = await readFeatures(inner.db);
    if (before[feature] === on) return;
    const off = FEATURES.filter((each) => (each === feature ? !on : !before[each]));
    await writeSetting(inner.db, FEATURES_SETTING, off);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "feature.set",
      target: feature,
      before: { on: !on },
      after: { on },
    });
  });
}
