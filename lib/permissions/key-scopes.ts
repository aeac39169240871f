/** What a key may be used for. `completions`: asking models. `models`: listing them. `usage`: reading what was spent. */
export const KEY_SCOPES = ["completions", "models", "usage"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
