"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { authSecret } from "@/lib/auth/auth-secret";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { currentPerson } from "@/lib/auth/current-person";
import { enterPage } from "@/lib/auth/enter-page";
import { finishSignInStep } from "@/lib/auth/factors/sign-in-step";
import { clearStepCookie, readStepCookie } from "@/lib/auth/factors/step-cookie";
import { hashToken } from "@/lib/auth/hash-token";
import { ensureLinkBrowser, readLinkBrowser } from "@/lib/auth/link-browser";
import { pageLocale } from "@/lib/auth/page-locale";
import { keepTeam, startPageSession } from "@/lib/auth/page-session";
import { pageSource } from "@/lib/auth/page-source";
import { rememberDevice } from "@/lib/auth/remember-device";
import { requestLink } from "@/lib/auth/request-link";
import { requestVerification } from "@/lib/auth/request-verification";
import { resetPassword as resetPasswordUseCase } from "@/lib/auth/reset-password";
import { safePath } from "@/lib/auth/safe-path";
import { signInByLink as signInByLinkUseCase } from "@/lib/auth/sign-in-by-link";
import { signOut as signOutUseCase } from "@/lib/auth/sign-out";
import { SignUp, signUp as signUpUseCase } from "@/lib/auth/sign-up";
import { verifyEmail as verifyEmailUseCase } from "@/lib/auth/verify-email";
import { database } from "@/lib/database";
import { AppError } from "@/lib/errors";
import { action, publicAction } from "@/lib/http/action";
import { acceptInvitation as acceptUseCase } from "@/lib/invitations/accept-invitation";
import { JoinAsNew, joinAsNew as joinUseCase } from "@/lib/invitations/join-as-new";
import { Claim, claimInstance } from "@/lib/setup/claim-instance";

const path = z.string().max(2048);
const token = z.string().max(200);

const SignIn = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
  callbackUrl: path,
});

export const signIn = publicAction({ input: SignIn }, async ({ callbackUrl, ...credentials }) => {
  const id = await checkCredentials(database(), credentials, await pageSource());
  await enterPage({ id, email: credentials.email }, callbackUrl);
});

export const signUp = publicAction({ input: SignUp }, async (input) => {
  const { address } = await pageSource();
  await startPageSession(await signUpUseCase(database(), input, address));
  redirect("/");
});

export const claim = publicAction({ input: Claim }, async (input) => {
  await startPageSession(await claimInstance(database(), authSecret(), input));
  await rememberDevice(input.email);
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
    const { address } = await pageSource();
    const { teamId } = await acceptUseCase(database(), { personId: holder.person.id, token, address });
    await keepTeam(teamId);
    redirect("/");
  },
);

export const joinAsNew = publicAction({ input: JoinAsNew }, async (input) => {
  const { address } = await pageSource();
  const { personId, teamId } = await joinUseCase(database(), input, address);
  await startPageSession(personId);
  await rememberDevice(input.email);
  await keepTeam(teamId);
  redirect("/");
});
const Forgotten = z.object({ email: z.string().max(320) });

export const requestReset = publicAction({ input: Forgotten }, async ({ email }) => {
  const request = { purpose: "reset", email, browserHash: null, callbackUrl: null } as const;
  await requestLink(database(), { ...request, locale: await pageLocale() }, await pageSource());
});

const NewPassword = z.object({ token, password: z.string().max(1024) });

export const resetPassword = publicAction({ input: NewPassword }, async (input) => {
  await resetPasswordUseCase(database(), { ...input, locale: await pageLocale() });
  redirect("/signin?changed=password");
});

const LinkAsked = z.object({ email: z.string().max(320), callbackUrl: path });

export const requestSignInLink = publicAction({ input: LinkAsked }, async ({ email, callbackUrl }) => {
  const browserHash = hashToken(await ensureLinkBrowser());
  const request = { purpose: "link", email, browserHash, callbackUrl } as const;
  await requestLink(database(), { ...request, locale: await pageLocale() }, await pageSource());
});

const Link = z.object({ token, callbackUrl: path });

export const signInByLink = publicAction({ input: Link }, async (input) => {
  const given = { token: input.token, browser: await readLinkBrowser() };
  await enterPage(await signInByLinkUseCase(database(), given), input.callbackUrl);
});

const Code = z.object({ code: z.string().max(100), callbackUrl: path });

export const signInWithCode = publicAction({ input: Code }, async ({ code, callbackUrl }) => {
  const given = { token: await readStepCookie(), code, ...(await pageSource()) };
  const { id, email } = await finishSignInStep(database(), given);
  await clearStepCookie();
  await startPageSession(id);
  await rememberDevice(email);
  redirect(safePath(callbackUrl));
});

export const verifyEmail = action(
  { input: z.object({ token }), whileEnding: true, teamless: true },
  async ({ db, actor }, input) => verifyEmailUseCase(db, actor.personId, input.token),
);

export const askToVerify = action({ input: z.void(), whileEnding: true, teamless: true }, async (context) =>
  requestVerification(context, await pageLocale()),
);

export const signOut = publicAction({ input: z.void() }, async () => {
  await signOutUseCase();
  redirect("/signin");
});
