import type { ActionResult } from "@/lib/http/action";
import type { ProviderInput } from "@/lib/providers/provider-input";

export interface Connected {
  name: string;
  /** How many the vendor lists. */
  models: number;
  replaced: boolean;
  allowedHost: string | null;
}

/** For the team unless it is said otherwise. */
type ConnectInput = Omit<ProviderInput, "scope" | "force"> & Partial<Pick<ProviderInput, "scope">>;

/** Tries a credential and keeps it when it works. */
export type Connect = (input: ConnectInput) => Promise<ActionResult<Connected>>;
