import { env } from "@/lib/env";

/** The 32 bytes that stored keys are sealed with.
 *  @throws RangeError when the process was started around `npm start`, which makes or demands them. */
export function encryptionKey(): Buffer {
  const key = env().WYE_ENCRYPTION_KEY;
  if (key === undefined) throw new RangeError("WYE_ENCRYPTION_KEY is not set");
  return Buffer.from(key, "base64");
}
