import { scrypt as derive } from "node:crypto";
import { atMost, type Turnstile } from "./at-most";

export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's figures for scrypt: 32 MiB of memory a guess. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 1 };
export const HASH_BYTES = 32;

/** Each occupies one of the four threads that look up names and read files for everybody, and 32 MiB. */
const LIMITS = { running: 2, waiting: 100 };
const SLOT = Symbol.for("wye.scrypt");
const holder = globalThis as { [SLOT]?: Turnstile };

/** One for the process, whose bundles each have this module. */
function turnstile(): Turnstile {
  holder[SLOT] ??= atMost(LIMITS);
  return holder[SLOT];
}

/** The same characters typed on different keyboards are the same password.
 *  @throws AppError `rate_limited` when too many wait */
export function scrypt(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  const maxmem = 2 * 128 * N * r;
  return turnstile()(
    () =>
      new Promise((resolve, reject) => {
        derive(password.normalize("NFKC"), salt, HASH_BYTES, { N, r, p, maxmem }, (error, hash) =>
          error ? reject(error) : resolve(hash),
        );
      }),
  );
}
