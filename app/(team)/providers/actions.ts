"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { addCredential } from "@/lib/providers/add-credential";
import { connectVendor } from "@/lib/providers/connect-vendor";
import { AddCredentialInput, RotateCredentialInput, WeightInput } from "@/lib/providers/credential-input";
import { ProviderInput } from "@/lib/providers/provider-input";
import { removeCredential } from "@/lib/providers/remove-credential";
import { removeProvider as removeProviderUseCase } from "@/lib/providers/remove-provider";
import { restoreCredential } from "@/lib/providers/restore-credential";
import { restoreProvider as restoreProviderUseCase } from "@/lib/providers/restore-provider";
import { rotateCredential } from "@/lib/providers/rotate-credential";
import { setWeight } from "@/lib/providers/set-weight";
import { testProvider as testProviderUseCase } from "@/lib/providers/test-provider";

const ProviderId = z.object({ providerId: z.uuid() });
const Connect = ProviderInput.omit({ force: true }).extend({
  scope: ProviderInput.shape.scope.default("team"),
});

export const connectProvider = action({ input: Connect }, async (context, input) => {
  const { name, models, replaced, allowedHost } = await connectVendor(context, input);
  refresh();
  return { name, models: models.length, replaced, allowedHost };
});

export const testProvider = action({ input: ProviderId }, async (context, { providerId }) => {
  const { models, error } = await testProviderUseCase(context, providerId);
  refresh();
  if (error) throw error;
  return { models: models.length };
});

export const removeProvider = action({ input: ProviderId }, async (context, { providerId }) => {
  const { undo } = await removeProviderUseCase(context, providerId);
  refresh();
  return { undo };
});

export const restoreProvider = action(
  { input: z.object({ undo: z.string().max(2_000_000) }) },
  async (context, { undo }) => {
    await restoreProviderUseCase(context, undo);
    refresh();
  },
);

export const addKey = action(
  { input: AddCredentialInput, stepUp: "provider-key:add" },
  async (context, input) => {
    await addCredential(context, input);
    refresh();
  },
);

export const replaceKey = action(
  { input: RotateCredentialInput, stepUp: "provider-key:rotate" },
  async (context, input) => {
    await rotateCredential(context, input);
    refresh();
  },
);

export const weighKey = action({ input: WeightInput }, async (context, input) => {
  await setWeight(context, input);
  refresh();
});

export const removeKey = action(
  { input: z.object({ credentialId: z.uuid() }) },
  async (context, { credentialId }) => {
    const { undo } = await removeCredential(context, credentialId);
    refresh();
    return { undo };
  },
);

export const restoreKey = action(
  { input: z.object({ undo: z.string().max(20_000) }) },
  async (context, { undo }) => {
    await restoreCredential(context, undo);
    refresh();
  },
);
