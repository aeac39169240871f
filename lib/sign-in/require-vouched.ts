import type { Db } from "@/db/client";
import { listVouchersOf } from "@/db/queries/sign-in-methods";
import { listTeamsOf } from "@/db/queries/teams";
import { AppError } from "@/lib/errors";

/** As long as a session that began at a provider lasts. */
const LASTS_SECONDS = 24 * 60 * 60;

/** Refuses a way that somebody added themselves while they are in a team that another method let them into, and nothing
 *  has been heard from there for a day: else who has left there would stay in the team by a way that no one watches.
 *  @throws AppError `sign_in_refused`, with the method to sign in by first */
export async function requireVouched(db: Db, personId: string): Promise<void> {
  const [vouchers, teams] = await Promise.all([
    listVouchersOf(db, personId, LASTS_SECONDS),
    listTeamsOf(db, personId),
  ]);
  const vouches = (teamId: string) => (voucher: (typeof vouchers)[number]) =>
    voucher.grants.some((grant) => grant.teamId === teamId);
  for (const { id } of teams) {
    const meant = vouchers.filter(vouches(id));
    const [first] = meant;
    if (first && !meant.some(({ isHeard }) => isHeard)) {
      throw new AppError("sign_in_refused", { reason: "renew", by: first.methodId });
    }
  }
}
