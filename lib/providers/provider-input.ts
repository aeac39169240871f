import { z } from "zod";
import { isApiKey } from "./credential-rules";

/** What model names start with, so it may hold no slash. */
const Name = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, "letters, digits, dots and dashes, at most 63");

export const ApiKey = z.string().trim().refine(isApiKey, "a key has no spaces and only plain characters");

export const ProviderInput = z.object({
  scope: z.enum(["team", "instance"]),
  vendor: z.string().min(1).max(64),
  name: Name.optional(),
  baseUrl: z.string().trim().min(1).max(2048).optional(),
  apiKey: ApiKey.optional(),
  /** Keep a credential that does not work now. */
  force: z.boolean().optional(),
});
export type ProviderInput = z.input<typeof ProviderInput>;
