/** As many as a failing answer could try within its bound of time. */
export const MOST_FALLBACKS = 8;
