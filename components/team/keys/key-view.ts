import type { ActionResult } from "@/lib/http/action";
import type { KeySpend, KeyState } from "@/lib/keys/list-keys";
import type { KeyScope } from "@/lib/permissions/key-scopes";

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
  /** What it is limited to, and until when the one before it works. */
  notes: readonly string[];
}

export interface NewKey {
  name: string;
  scopes: KeyScope[];
  models: string[] | null;
  addresses: string[] | null;
  expiresAt: string | null;
}

export interface KeyActs {
  createKey: (input: NewKey) => Promise<ActionResult<{ id: string; key: string }>>;
  rotateKey: (ref: {
    keyId: string;
  }) => Promise<ActionResult<{ id: string; key: string; overlapHours: number }>>;
  revokeKey: (ref: { keyId: string }) => Promise<ActionResult<void>>;
}
