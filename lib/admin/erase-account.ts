import { inBackground } from "@/lib/background";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { erasePerson } from "@/lib/privacy/erase-person";
import { finishErasures } from "@/lib/privacy/finish-erasures";

/** Erases somebody else for good, at their request.
 *  @throws AppError `forbidden`, also for oneself, which takes a password; and as `erasePerson` */
export async function eraseAccount(context: Context, personId: string): Promise<void> {
  const { actor, db } = context;
  requireInstancePermission(actor, "instance:person");
  if (actor.kind === "person" && actor.personId === personId) throw new AppError("forbidden");
  await erasePerson(context, personId);
  // A job goes on with what this leaves.
  inBackground(() =>
    finishErasures(db).catch((error: unknown) => log().warn({ err: error }, "an erasure goes on later")),
  );
}
