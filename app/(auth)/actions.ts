"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { authSecret } from "@/lib/auth/auth-secret";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import { currentPerson } from "@/lib/auth/current-person";
import { keepTeam, startPageSession } from "@/lib/auth/page-session";
import { safePath } from "@/lib/auth/safe-path";
import { signOut as signOutUseCase } from "@/lib/auth/sign-out";
import { database } from "@/lib/database";
import { AppError } from "@/lib/errors";
import { publicAction } from "@/lib/http/action";
import { acceptInvitation as acceptUseCase } from "@/lib/invitations/accept-invitation";
import { JoinAsNew, joinAsNew as joinUseCase } from "@/lib/invitations/join-as-new";
import { Claim, claimInstance } from "@/lib/setup/claim-instance";

const SignIn = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
  callbackUrl: z.string().max(2048),
});

export const signIn = publicAction({ input: SignIn }, async ({ callbackUrl, ...credentials }) => {
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? "";
  await startPageSession(await checkCredentials(database(), credentials, address));
  redirect(safePath(callbackUrl));
});

export const claim = publicAction({ input: Claim }, async (input) => {
  await startPageSession(await claimInstance(database(), authSecret(), input));
  redirect("/setup/connect");
});

/** Opens a team of the person's, also where the one that was open is closed to them by now. */
export const openTeam = publicAction({ input: z.strictObject({ teamId: z.uuid() }) }, async ({ teamId }) => {
  const holder = await currentPerson();
  if (!holder) throw new AppError("unauthenticated");
  if (!holder.teams.some(({ id }) => id === teamId)) throw new AppError("not_found");
  await keepTeam(teamId);
  redirect("/");
});

export const acceptInvitation = publicAction(
  { input: z.strictObject({ token: z.string().max(200) }) },
  async ({ token }) => {
    const holder = await currentPerson();
    if (!holder) throw new AppError("unauthenticated");
    const { teamId } = await acceptUseCase(database(), { personId: holder.person.id, token });
    await keepTeam(teamId);
    redirect("/");
  },
);

export const joinAsNew = publicAction({ input: JoinAsNew }, async (input) => {
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? "";
  const { personId, teamId } = await joinUseCase(database(), input, address);
  await startPageSession(personId);
  await keepTeam(teamId);
  redirect("/");
});

export const signOut = publicAction({ input: z.void() }, async () => {
  await signOutUseCase();
  redirect("/signin");
});
