import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";

const placeOf = (personId: string): string => `second-factor:${personId}`;

export const sealFactor = (secret: string, personId: string): string =>
  seal(secret, encryptionKey(), placeOf(personId));

export const openFactor = (sealed: string, personId: string): string =>
  unseal(sealed, encryptionKey(), placeOf(personId));
