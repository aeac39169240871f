import type { Db } from "@/db/client";
import { revokeSessionsOf } from "@/db/queries/sessions";
import type { SignInMethodRow } from "@/db/queries/sign-in-methods";
import {
  type DueRefresh,
  forgetRefreshToken,
  type LapsedSignIn,
  takeLapsedSignIn,
} from "@/db/queries/sign-in-refreshes";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { syncMemberships } from "./sync-memberships";

/** The provider takes what it gave no more: who it was signs in again where they began by that method, and what it says
 *  of them then decides. Nothing happens to who has signed in there since it was asked. */
export async function endSessions(db: Db, { id }: SignInMethodRow, asked: DueRefresh): Promise<void> {
  await transact(instanceContext(db), async (inner) => {
    if (!(await forgetRefreshToken(inner.db, asked))) return;
    await revokeSessionsOf(inner.db, asked.personId, { begunBy: id });
    await record(inner, "person.sign-in-ended", asked.personId, id);
  });
}

/** Takes somebody whose account there is closed out of the teams that the method let them into, with which their keys
 *  there stop, and signs them out everywhere. By a way that they added themselves they lose only what began by it.
 *  Nothing happens to who has signed in there since it was asked. */
export async function endAccess(db: Db, method: SignInMethodRow, asked: DueRefresh): Promise<void> {
  await transact(instanceContext(db), async (inner) => {
    if (!(await forgetRefreshToken(inner.db, asked))) return;
    if (asked.selfAdded) await revokeSessionsOf(inner.db, asked.personId, { begunBy: method.id });
    else await takeOutOfAll(inner, method, asked.personId);
    await record(inner, "person.left-provider", asked.personId, method.id);
  });
}

/** The same for somebody who has not signed in for too long since the provider's word ended, if they still have not. */
export async function endLapsed(
  db: Db,
  method: SignInMethodRow,
  lapsed: LapsedSignIn,
  afterDays: number,
): Promise<void> {
  await transact(instanceContext(db), async (inner) => {
    if (!(await takeLapsedSignIn(inner.db, lapsed, afterDays))) return;
    await takeOutOfAll(inner, method, lapsed.personId);
    await record(inner, "person.left-provider", lapsed.personId, method.id);
  });
}

async function takeOutOfAll({ db }: Context, { grants }: SignInMethodRow, personId: string): Promise<void> {
  await syncMemberships(db, personId, new Map(grants.map(({ teamId }) => [teamId, null])));
  await revokeSessionsOf(db, personId, "all");
}

const record = (inner: Context, action: string, personId: string, methodId: string): Promise<void> =>
  recordAudit(inner, {
    teamId: INSTANCE_TEAM_ID,
    action,
    target: personId,
    before: { method: methodId },
  });
