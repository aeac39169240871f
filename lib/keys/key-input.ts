import { z } from "zod";
import { KEY_SCOPES } from "@/lib/permissions/key-scopes";
import { CHOSEN_MODES } from "@/lib/router/choice";
import { ModelPattern } from "@/lib/router/policy/policy";
import { typedText } from "@/lib/typed-text";
import { isNetwork } from "./is-network";

/** What a key may ask. Left out or null: whatever the team allows. */
export const KeyModels = z.object({
  models: z.array(ModelPattern).min(1).max(100).nullable().default(null),
  modes: z.array(z.enum(CHOSEN_MODES)).nullable().default(null),
});
export type KeyModels = z.input<typeof KeyModels>;

export const KeyInput = z.object({
  name: typedText().trim().min(1).max(80),
  /** Whose it is; one's own unless it is given. */
  personId: z.uuid().optional(),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .default([...KEY_SCOPES]),
  ...KeyModels.shape,
  addresses: z
    .array(z.string().trim().refine(isNetwork, "not an address or a network"))
    .min(1)
    .max(100)
    .nullable()
    .default(null),
  expiresAt: z.date().nullable().default(null),
});
export type KeyInput = z.input<typeof KeyInput>;
