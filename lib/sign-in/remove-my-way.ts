import { findPerson, lockPerson } from "@/db/queries/people";
import { deleteSignInIdentitiesOf, listSignInIdentitiesOf } from "@/db/queries/sign-in-methods";
import { listTeamsOf } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { transact } from "@/lib/transact";
import { waysLeft } from "./list-my-ways";
import { tellOfWay } from "./tell-of-way";

/** Takes a way to sign in from one's own account; adding it again leads through the provider. They are
 *  told by mail. The last one stays, and so
 *  does one by which a team knows whether the person still belongs to it.
 *  @throws AppError `not_found`, `last_way`, `way_of_team` */
export async function removeMyWay(
  context: Context,
  { methodId, locale }: { methodId: string; locale: Locale },
): Promise<void> {
  const { personId } = context.actor;
  await transact(context, async (inner) => {
    // Two that are removed at once would leave none.
    await lockPerson(inner.db, personId);
    const [person, own, teams] = [
      await findPerson(inner.db, personId),
      await listSignInIdentitiesOf(inner.db, personId),
      await listTeamsOf(inner.db, personId),
    ];
    const meant = own.filter((way) => way.methodId === methodId);
    if (person === null || meant.length === 0) throw new AppError("not_found");
    const rest = own.filter((way) => way.methodId !== methodId);
    if (waysLeft(person.passwordHash !== null, rest) === 0) throw new AppError("last_way");
    const isOfTeam = meant.some(
      ({ selfAdded, grants }) =>
        !selfAdded && grants.some(({ teamId }) => teams.some(({ id }) => id === teamId)),
    );
    if (isOfTeam) throw new AppError("way_of_team");
    await deleteSignInIdentitiesOf(inner.db, personId, methodId);
    await tellOfWay(inner.db, "wayRemoved", personId, locale);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.unlink",
      target: personId,
      before: { method: methodId },
    });
  });
}
