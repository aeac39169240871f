import type { ActionResult } from "@/lib/http/action";
import type {
  AddCredentialInput,
  RotateCredentialInput,
  WeightInput,
} from "@/lib/providers/credential-input";

/** What can be done with a provider's keys. */
export interface KeyActs {
  addKey(input: AddCredentialInput): Promise<ActionResult<void>>;
  replaceKey(input: RotateCredentialInput): Promise<ActionResult<void>>;
  weighKey(input: WeightInput): Promise<ActionResult<void>>;
  removeKey(input: { credentialId: string }): Promise<ActionResult<{ undo: string }>>;
  restoreKey(input: { undo: string }): Promise<ActionResult<void>>;
}
