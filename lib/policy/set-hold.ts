import { hasChats, insertHold, isChatOfTeam } from "@/db/queries/holds";
import { findPersonByEmail } from "@/db/queries/people";
import { findMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { HoldInput } from "./hold";

/** From now on nothing of what it covers is deleted for good, by retention or by the person whose it is.
 *  @throws AppError `forbidden`; `not_found` where the person or the chat is not the team's; `conflict` where the same
 *  hold stands already */
export async function setHold(context: Context, input: HoldInput): Promise<string> {
  requirePermission(context.actor, "hold:write");
  const given = parse(HoldInput, input);
  const { actor } = context;
  return transact(context, async (inner) => {
    const subjectId = await findSubject(inner, given);
    const id = newId();
    const { scope, note } = given;
    const createdBy = actor.kind === "person" ? actor.personId : null;
    const row = { teamId: actor.teamId, id, scope, subjectId, note, createdBy };
    if (!(await insertHold(inner.db, row))) throw new AppError("conflict");
    await recordAudit(inner, { action: "hold.set", target: id, after: { scope, subjectId } });
    return id;
  });
}

async function findSubject({ db, actor }: Context, hold: HoldInput): Promise<string | null> {
  switch (hold.scope) {
    case "team":
      return null;
    case "chat":
      if (!(await isChatOfTeam(db, actor.teamId, hold.chatId))) throw new AppError("not_found");
      return hold.chatId;
    case "person": {
      const person = await findPersonByEmail(db, hold.email);
      // Who has left has left their chats.
      const isKnown =
        person &&
        ((await findMembership(db, actor.teamId, person.id)) ||
          (await hasChats(db, actor.teamId, person.id)));
      if (!isKnown) throw new AppError("not_found");
      return person.id;
    }
  }
}
