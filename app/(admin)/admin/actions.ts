"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { eraseAccount as eraseAccountUseCase } from "@/lib/admin/erase-account";
import { MakeTeam, makeTeam as makeTeamUseCase } from "@/lib/admin/make-team";
import { resetSecondFactor as resetSecondFactorUseCase } from "@/lib/admin/reset-second-factor";
import { setAdministrator as setAdministratorUseCase } from "@/lib/admin/set-administrator";
import { setRegistration as setRegistrationUseCase } from "@/lib/admin/set-registration";
import { setTeamEnding as setTeamEndingUseCase } from "@/lib/admin/set-team-ending";
import { suspendPerson as suspendPersonUseCase } from "@/lib/admin/suspend-person";
import { suspendTeam as suspendTeamUseCase } from "@/lib/admin/suspend-team";
import { SetFeature, setFeature as setFeatureUseCase } from "@/lib/features/set-feature";
import { action } from "@/lib/http/action";
import { toLocale } from "@/lib/i18n/locale";
import { allowHost as allowHostUseCase } from "@/lib/providers/allow-host";
import { disallowHost as disallowHostUseCase } from "@/lib/providers/disallow-host";
import { Registration } from "@/lib/setup/registration";

// Whatever becomes of the team that the administrator works in.
const HostName = z.strictObject({ host: z.string().trim().min(1).max(300) });

export const makeTeam = action({ input: MakeTeam, whileEnding: true }, async (context, input) => {
  const team = await makeTeamUseCase(context, input);
  refresh();
  return team;
});

export const suspendTeam = action(
  { input: z.strictObject({ teamId: z.uuid(), suspended: z.boolean() }), whileEnding: true },
  async (context, input) => {
    await suspendTeamUseCase(context, input);
    refresh();
  },
);

export const suspendPerson = action(
  { input: z.strictObject({ personId: z.uuid(), suspended: z.boolean() }), whileEnding: true },
  async (context, input) => {
    await suspendPersonUseCase(context, input);
    refresh();
  },
);

export const resetSecondFactor = action(
  { input: z.strictObject({ personId: z.uuid() }), whileEnding: true, stepUp: "factor:reset" },
  async (context, { personId }) => {
    await resetSecondFactorUseCase(context, { personId, locale: toLocale(await getLocale()) });
    refresh();
  },
);

export const setTeamEnding = action(
  { input: z.strictObject({ teamId: z.uuid(), ending: z.boolean() }), whileEnding: true },
  async (context, input) => {
    await setTeamEndingUseCase(context, input);
    refresh();
  },
);

export const eraseAccount = action(
  { input: z.strictObject({ personId: z.uuid() }), whileEnding: true },
  async (context, { personId }) => {
    await eraseAccountUseCase(context, personId);
    refresh();
  },
);

export const setAdministrator = action(
  {
    input: z.strictObject({ personId: z.uuid(), administrator: z.boolean() }),
    whileEnding: true,
    stepUp: "role:administrator",
  },
  async (context, input) => {
    await setAdministratorUseCase(context, input);
    refresh();
  },
);

export const setRegistration = action(
  { input: z.strictObject({ registration: Registration }), whileEnding: true },
  async (context, { registration }) => {
    await setRegistrationUseCase(context, registration);
    refresh();
  },
);

export const setFeature = action({ input: SetFeature, whileEnding: true }, async (context, input) => {
  await setFeatureUseCase(context, input);
  refresh();
});

export const allowHost = action({ input: HostName, whileEnding: true }, async (context, { host }) => {
  await allowHostUseCase(context, host);
  refresh();
});

export const disallowHost = action({ input: HostName, whileEnding: true }, async (context, { host }) => {
  await disallowHostUseCase(context, host);
  refresh();
});
