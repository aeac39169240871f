import { createHmac, randomInt } from "node:crypto";
import { encryptionKey } from "@/lib/providers/encryption-key";

/** Without what is mistaken for something else when it is written down. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUP = 5;
const RECOVERY_CODES = 10;

/** Ten, of 49 bits each, as `xxxxx-xxxxx`. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}`);

const group = (): string =>
  Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A recovery code as it was made, however it was typed; null for what cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  if (plain.length !== 2 * GROUP || ![...plain].every((letter) => ALPHABET.includes(letter))) return null;
  return `${plain.slice(0, GROUP)}-${plain.slice(GROUP)}`;
}

/** What is kept of one. Keyed, because a code that a person can type could be found from a plain hash. */
export const hashRecoveryCode = (personId: string, code: string): string =>
  createHmac("sha256", encryptionKey()).update(`recovery\n${personId}\n${code}`).digest("base64url");
