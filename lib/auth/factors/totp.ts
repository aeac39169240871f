import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** Steps that a clock may be off, either way. */
const SKEW_STEPS = 1;

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, half a minute. */
const totp = (secret: string, label = ""): TOTP =>
  new TOTP({
    ...{ issuer: "Wye", label, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS },
    secret: Secret.fromBase32(secret),
  });

/** 160 bits, in base32. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says to the app. */
export const totpUri = (secret: string, label: string): string => totp(secret, label).toString();

/** The code of a moment: what an app shows. */
export const totpCode = (secret: string, atMs: number): string => totp(secret).generate({ timestamp: atMs });

/** The time step that a code is of, at most one away from now's; null for a wrong one. Whether it was used before is not
 *  judged here. */
export function matchTotp(secret: string, code: string, atMs: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: atMs, window: SKEW_STEPS });
  return delta === null ? null : Math.floor(atMs / 1000 / PERIOD_SECONDS) + delta;
}
