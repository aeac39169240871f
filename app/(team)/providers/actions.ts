"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { connectVendor } from "@/lib/providers/connect-vendor";
import { ProviderInput } from "@/lib/providers/provider-input";
import { removeProvider as removeProviderUseCase } from "@/lib/providers/remove-provider";
import { restoreProvider as restoreProviderUseCase } from "@/lib/providers/restore-provider";
import { testProvider as testProviderUseCase } from "@/lib/providers/test-provider";

const ProviderId = z.object({ providerId: z.uuid() });
const Connect = ProviderInput.omit({ scope: true, force: true });

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
