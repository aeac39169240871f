import { z } from "zod";
import { ApiKey } from "./provider-input";

const Weight = z.int().min(0).max(100);
const BaseUrl = z.string().trim().min(1).max(2048);

export const AddCredentialInput = z.object({
  providerId: z.uuid(),
  apiKey: ApiKey,
  /** Where this key is to be used, if not at the provider's address. */
  baseUrl: BaseUrl.optional(),
  weight: Weight.optional(),
});
export type AddCredentialInput = z.input<typeof AddCredentialInput>;

export const RotateCredentialInput = z.object({ credentialId: z.uuid(), apiKey: ApiKey });
export type RotateCredentialInput = z.input<typeof RotateCredentialInput>;

export const WeightInput = z.object({ credentialId: z.uuid(), weight: Weight });
export type WeightInput = z.input<typeof WeightInput>;
