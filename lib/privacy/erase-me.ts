import { confirmPerson } from "@/lib/auth/confirm-person";
import { inBackground } from "@/lib/background";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { erasePerson } from "./erase-person";
import { finishErasures } from "./finish-erasures";

/** Erases who asks for it. @param confirmation see `Confirmation`
 *  @throws AppError `wrong_credentials`, `rate_limited`; and as `erasePerson` */
export async function eraseMe(context: Context, confirmation: string): Promise<void> {
  const { actor, db } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  await confirmPerson(db, actor.personId, confirmation);
  await erasePerson(context, actor.personId);
  // A job goes on with what this leaves.
  inBackground(() =>
    finishErasures(db).catch((error: unknown) => log().warn({ err: error }, "an erasure goes on later")),
  );
}
