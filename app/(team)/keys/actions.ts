"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { createKey as createKeyUseCase } from "@/lib/keys/create-key";
import { KeyInput, KeyModels } from "@/lib/keys/key-input";
import { limitKey as limitKeyUseCase } from "@/lib/keys/limit-key";
import { revokeKey as revokeKeyUseCase } from "@/lib/keys/revoke-key";
import { OVERLAP_HOURS, rotateKey as rotateKeyUseCase } from "@/lib/keys/rotate-key";

const { name, scopes, models, modes, addresses } = KeyInput.shape;
const KeyForm = z.object({
  ...{ name, scopes, models, modes, addresses },
  /** The last day, in UTC. */
  expiresAt: z.iso.date().nullable(),
});
const KeyRef = z.object({ keyId: z.uuid() });
const LimitedKey = z.object({ ...KeyRef.shape, ...KeyModels.shape });

export const createKey = action(
  { input: KeyForm, stepUp: "key:make" },
  async (context, { expiresAt, ...given }) => {
    const made = await createKeyUseCase(context, {
      ...given,
      expiresAt: expiresAt === null ? null : new Date(`${expiresAt}T23:59:59.999Z`),
    });
    refresh();
    return made;
  },
);

export const rotateKey = action({ input: KeyRef, stepUp: "key:rotate" }, async (context, { keyId }) => {
  const made = await rotateKeyUseCase(context, keyId);
  refresh();
  return { ...made, overlapHours: OVERLAP_HOURS };
});

export const revokeKey = action({ input: KeyRef }, async (context, { keyId }) => {
  await revokeKeyUseCase(context, keyId);
  refresh();
});

export const limitKey = action({ input: LimitedKey }, async (context, { keyId, ...limits }) => {
  const before = await limitKeyUseCase(context, keyId, limits);
  refresh();
  return before;
});
