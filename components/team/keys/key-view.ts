import type { ActionResult } from "@/lib/http/action";
import type { KeyLimits } from "@/lib/keys/key-limits";
import type { KeySpend, KeyState } from "@/lib/keys/list-keys";
import type { KeyScope } from "@/lib/permissions/key-scopes";
import type { ChosenMode } from "@/lib/router/choice";

/** A key as its page shows it: all of it words, but for its id, its state and its amounts. */
export interface KeyView {
  id: string;
  name: string;
  end: string;
  owner: string;
  state: KeyState;
  /** In each currency that its calls cost something in. */
  spent: readonly KeySpend[];
  lastUsed: string | null;
  expires: string | null;
  limits: KeyChoice;
  /** What it is limited to, and until when the one before it works. */
  notes: readonly string[];
}

/** What a key may ask; null: whatever the team allows. */
export interface KeyChoice {
  models: string[] | null;
  modes: ChosenMode[] | null;
}

export interface NewKey extends KeyChoice {
  name: string;
  scopes: KeyScope[];
  addresses: string[] | null;
  expiresAt: string | null;
}

export interface KeyActs {
  createKey: (input: NewKey) => Promise<ActionResult<{ id: string; key: string }>>;
  rotateKey: (ref: {
    keyId: string;
  }) => Promise<ActionResult<{ id: string; key: string; overlapHours: number }>>;
  /** Answers with what it might ask before. */
  limitKey: (
    input: { keyId: string } & KeyChoice,
  ) => Promise<ActionResult<Pick<KeyLimits, "models" | "modes">>>;
  revokeKey: (ref: { keyId: string }) => Promise<ActionResult<void>>;
}
