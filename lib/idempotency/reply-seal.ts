import { createHmac, hkdfSync } from "node:crypto";
import { z } from "zod";
import type { ReplyPlace } from "@/db/queries/idempotent-replies";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

export interface KeptReply {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

const Kept = z.object({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.base64(),
});

/** What stands for a name that a program gave: the name itself is not kept. */
export function hashName(keyId: string, name: string): string {
  return createHmac("sha256", encryptionKey()).update(`idempotent-name ${keyId} ${name}`).digest("base64url");
}

/** Tells a request from another, to who knows its name.
 *  @param path it was sent to */
export function hashRequest(keyId: string, name: string, path: string, body: Uint8Array): string {
  return createHmac("sha256", keyOf(keyId, name)).update(`${path}\n`).update(body).digest("base64url");
}

/** Sealed under a key of its name's own: whoever has the database and the instance's key still lacks the name. */
export function sealReply({ status, headers, body }: KeptReply, name: string, place: ReplyPlace): string {
  const text = JSON.stringify({ status, headers, body: Buffer.from(body).toString("base64") });
  return seal(text, keyOf(place.keyId, name), placeText(place));
}

/** @throws RangeError as `unseal` */
export function openReply(sealed: string, name: string, place: ReplyPlace): KeptReply {
  const text = unseal(sealed, keyOf(place.keyId, name), placeText(place));
  const { status, headers, body } = Kept.parse(JSON.parse(text));
  return { status, headers, body: Buffer.from(body, "base64") };
}

const keyOf = (keyId: string, name: string): Buffer =>
  Buffer.from(hkdfSync("sha256", encryptionKey(), keyId, `idempotent-reply ${name}`, 32));

const placeText = ({ teamId, keyId, nameHash }: ReplyPlace) => `${teamId}:${keyId}:${nameHash}`;
