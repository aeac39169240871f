import { z } from "zod";
import { findPerson, updatePersonName } from "@/db/queries/people";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { MAX_NAME_LENGTH } from "./account-rules";

export const PersonName = z.string().trim().min(1).max(MAX_NAME_LENGTH);

/** What others call who asks. @throws AppError `invalid_input` */
export async function renameMe(context: Context, name: string): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const named = parse(PersonName, name);
  await transact(context, async (inner) => {
    const before = await findPerson(inner.db, actor.personId);
    await updatePersonName(inner.db, actor.personId, named);
    const own = (value: string) => ({ personId: actor.personId, value });
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.rename",
      target: actor.personId,
      personal: { "before.name": own(before?.name ?? ""), "after.name": own(named) },
    });
  });
}
