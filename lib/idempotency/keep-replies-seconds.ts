/** How long a named request is answered with the same reply. */
export const KEEP_REPLIES_SECONDS = 24 * 60 * 60;
