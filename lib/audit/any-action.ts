/** What a form sends for no action in particular; no action is called so. */
export const ANY_ACTION = "any";
