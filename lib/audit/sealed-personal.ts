/** What is personal of an entry, as it is kept: by the field, whose it is and the value under their key; null where the
 *  key was destroyed before. */
export type SealedPersonal = Record<string, { subject: string; sealed: string | null }>;
