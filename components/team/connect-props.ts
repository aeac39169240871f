import type { ActionResult } from "@/lib/http/action";
import type { ProviderInput } from "@/lib/providers/provider-input";

export interface Connected {
  name: string;
  /** How many the vendor lists. */
  models: number;
  replaced: boolean;
  allowedHost: string | null;
}

/** Tries a credential and keeps it when it works. */
export type Connect = (input: Omit<ProviderInput, "scope" | "force">) => Promise<ActionResult<Connected>>;
