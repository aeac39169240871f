/** How long each kind of link in a mail works, in seconds. */
export const TOKEN_SECONDS = { reset: 30 * 60, link: 30 * 60, verify: 24 * 60 * 60 } as const;

export type TokenPurpose = keyof typeof TOKEN_SECONDS;
