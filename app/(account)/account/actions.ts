"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { changePassword as changePasswordUseCase, PasswordChange } from "@/lib/auth/change-password";
import { endMySessions } from "@/lib/auth/end-my-sessions";
import { beginFactor as beginFactorUseCase } from "@/lib/auth/factors/begin-factor";
import { confirmFactor as confirmFactorUseCase } from "@/lib/auth/factors/confirm-factor";
import { renewRecoveryCodes as renewRecoveryCodesUseCase } from "@/lib/auth/factors/renew-recovery-codes";
import { switchOffFactor as switchOffFactorUseCase } from "@/lib/auth/factors/switch-off-factor";
import { keepLinkTicket } from "@/lib/auth/link-cookie";
import { pageLocale } from "@/lib/auth/page-locale";
import { requirePerson } from "@/lib/auth/page-person";
import { clearSessionCookie } from "@/lib/auth/page-session";
import { pageSource } from "@/lib/auth/page-source";
import { proveMe as proveMeUseCase } from "@/lib/auth/prove-me";
import { PersonName, renameMe as renameMeUseCase } from "@/lib/auth/rename-me";
import { requireOwnAddress } from "@/lib/auth/require-own-address";
import { action } from "@/lib/http/action";
import { eraseMe as eraseMeUseCase } from "@/lib/privacy/erase-me";
import { removeMyWay as removeMyWayUseCase } from "@/lib/sign-in/remove-my-way";

export const renameMe = action(
  { whileEnding: true, teamless: true, input: z.object({ name: PersonName }) },
  async (context, { name }) => {
    await renameMeUseCase(context, name);
    refresh();
  },
);

export const changePassword = action(
  { whileEnding: true, teamless: true, input: PasswordChange },
  async (context, change) => {
    await changePasswordUseCase(context, (await requirePerson()).sessionId, change);
    refresh();
  },
);

const Method = z.strictObject({ methodId: z.uuid() });

export const beginLink = action(
  { whileEnding: true, teamless: true, stepUp: "way:add", input: Method },
  async ({ db, actor }, { methodId }) => {
    await requireOwnAddress(db, actor.personId);
    await keepLinkTicket((await requirePerson()).sessionId, methodId);
  },
);

export const removeMyWay = action(
  { whileEnding: true, teamless: true, stepUp: "way:remove", input: Method },
  async (context, { methodId }) => {
    await removeMyWayUseCase(context, { methodId, locale: await pageLocale() });
    refresh();
  },
);

export const endSession = action(
  { whileEnding: true, teamless: true, input: z.object({ sessionId: z.uuid() }) },
  async (context, { sessionId }) => {
    await endMySessions(context, { only: sessionId });
    refresh();
  },
);

export const endOtherSessions = action(
  { whileEnding: true, teamless: true, input: z.object({}) },
  async (context) => {
    await endMySessions(context, { except: (await requirePerson()).sessionId });
    refresh();
  },
);

export const eraseMe = action(
  { whileEnding: true, teamless: true, input: z.object({ confirmation: z.string().min(1).max(1024) }) },
  async (context, { confirmation }) => {
    await eraseMeUseCase(context, confirmation);
    await clearSessionCookie();
    redirect("/signin?erased=1");
  },
);

export const proveMe = action(
  { whileEnding: true, teamless: true, input: z.object({ given: z.string().max(1024) }) },
  async (context, { given }) => {
    const [{ sessionId }, source] = await Promise.all([requirePerson(), pageSource()]);
    await proveMeUseCase(context, { sessionId, given, ...source });
  },
);

const nothing = { whileEnding: true, teamless: true, input: z.void() } as const;

export const beginFactor = action({ ...nothing, stepUp: "factor:begin" }, beginFactorUseCase);

/** Asked before a download, which can show nothing but a file. */
export const readyToExport = action({ ...nothing, stepUp: "export:account" }, async () => undefined);

export const confirmFactor = action(
  { whileEnding: true, teamless: true, input: z.object({ code: z.string().max(100) }) },
  async (context, { code }) => {
    const codes = await confirmFactorUseCase(context, { code, ...(await pageSource()) });
    refresh();
    return codes;
  },
);

export const renewRecoveryCodes = action({ ...nothing, stepUp: "factor:codes" }, async (context) => {
  const codes = await renewRecoveryCodesUseCase(context);
  refresh();
  return codes;
});

export const switchOffFactor = action({ ...nothing, stepUp: "factor:off" }, async (context) => {
  await switchOffFactorUseCase(context);
  refresh();
});
