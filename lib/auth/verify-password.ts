import { timingSafeEqual } from "node:crypto";
import { HASH_BYTES, SCRYPT_COST, type ScryptCost, scrypt } from "./scrypt";

const NOBODY = { cost: SCRYPT_COST, salt: Buffer.alloc(16), hash: Buffer.alloc(HASH_BYTES) };

/** Whether `password` is the one that `stored` was made from. Takes as long without a stored hash, so that an
 *  answer does not tell whether an account exists. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? null : readHash(stored);
  const { cost, salt, hash } = known ?? NOBODY;
  const given = await scrypt(password, salt, cost);
  return timingSafeEqual(given, hash) && known !== null;
}

function readHash(stored: string): { cost: ScryptCost; salt: Buffer; hash: Buffer } | null {
  const [scheme, N, r, p, salt, hash] = stored.split(":");
  if (scheme !== "scrypt" || salt === undefined || hash === undefined) return null;
  const bytes = Buffer.from(hash, "base64url");
  if (bytes.length !== HASH_BYTES) return null;
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: bytes,
  };
}
