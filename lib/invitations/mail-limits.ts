/** So often one invitation is mailed at most. */
export const MAX_INVITATION_MAILS = 10;
/** What lies at least between two. */
export const MAIL_AGAIN_SECONDS = 10 * 60;
