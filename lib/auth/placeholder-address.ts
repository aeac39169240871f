/** Nobody can have an address there. */
const NOWHERE = ".invalid";

/** Stands for the address of somebody whose provider gives none. */
export const placeholderAddress = (personId: string, provider: string): string =>
  `${personId}@${provider}${NOWHERE}`;

export const isPlaceholder = (email: string): boolean => email.endsWith(NOWHERE);
