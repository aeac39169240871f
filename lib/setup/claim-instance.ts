import { z } from "zod";
import type { Db } from "@/db/client";
import { MAX_PASSWORD_LENGTH } from "@/lib/auth/account-rules";
import { createPerson } from "@/lib/auth/create-person";
import { MIN_CHOSEN_PASSWORD_LENGTH, NewPerson } from "@/lib/auth/new-person";
import { requireGoodPassword } from "@/lib/auth/require-good-password";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { createTeam, TeamName } from "@/lib/teams/create-team";
import { transact } from "@/lib/transact";
import { instanceContext } from "./instance-context";
import { ensureSetupState, lockSetupState, markClaimed, type SetupState } from "./setup-state";
import { isSetupToken } from "./setup-token";

export const Claim = NewPerson.extend({
  token: z.string().max(200),
  password: z.string().min(MIN_CHOSEN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
  teamName: TeamName,
});
export type Claim = z.input<typeof Claim>;

/** Makes the bearer of the set-up link the first owner: an account, a team, and the administration of the
 *  instance. Once. @returns the person's id
 *  @throws AppError `already_set_up`, `setup_token_wrong`, `weak_password`, `invalid_input` */
export async function claimInstance(db: Db, secret: string, input: Claim): Promise<string> {
  requireClaimable(await ensureSetupState(db), secret, input.token);
  const claim = parse(Claim, input);
  requireGoodPassword(claim.password, [claim.email, claim.name, claim.teamName]);
  return transact(instanceContext(db), async (inner) => {
    const state = await lockSetupState(inner.db);
    requireClaimable(state, secret, claim.token);
    const person = await createPerson(inner, { ...claim, instanceAdmin: true });
    await createTeam(inner, { name: claim.teamName, ownerId: person.id });
    await markClaimed(inner.db, state, new Date());
    return person.id;
  });
}

/** @throws AppError `already_set_up`, `setup_token_wrong` */
function requireClaimable(state: SetupState, secret: string, token: string): void {
  if (state.claimedAt !== null) throw new AppError("already_set_up");
  if (!isSetupToken(token, state.nonce, secret)) throw new AppError("setup_token_wrong");
}
