import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM, as `v1.` and the base64url of iv, tag and ciphertext. `boundTo` is authenticated with it: a
 *  sealed value copied to another team or another provider's row does not open there. */
export function seal(secret: string, key: Buffer, boundTo: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(`${VERSION}:${boundTo}`));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** @throws RangeError when it was sealed with another key, for another place, or was changed. */
export function unseal(sealed: string, key: Buffer, boundTo: string): string {
  const [version, body, ...more] = sealed.split(".");
  if (version !== VERSION || body === undefined || more.length > 0) {
    throw new RangeError("not a sealed value of a known version");
  }
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new RangeError("a sealed value is too short");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(`${VERSION}:${boundTo}`));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new RangeError("a sealed value does not open here", { cause });
  }
}
