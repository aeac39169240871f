export const EXIT_OK = 0;
/** The thing asked for failed. */
export const EXIT_FAILED = 1;
/** Wrong usage. */
export const EXIT_USAGE = 2;
