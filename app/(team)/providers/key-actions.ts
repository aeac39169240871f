"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { addCredential } from "@/lib/providers/add-credential";
import { AddCredentialInput, RotateCredentialInput, WeightInput } from "@/lib/providers/credential-input";
import { removeCredential } from "@/lib/providers/remove-credential";
import { restoreCredential } from "@/lib/providers/restore-credential";
import { rotateCredential } from "@/lib/providers/rotate-credential";
import { setWeight } from "@/lib/providers/set-weight";

export const addKey = action({ input: AddCredentialInput }, async (context, input) => {
  await addCredential(context, input);
  refresh();
});

export const replaceKey = action({ input: RotateCredentialInput }, async (context, input) => {
  await rotateCredential(context, input);
  refresh();
});

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
