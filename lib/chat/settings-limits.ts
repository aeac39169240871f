/** Bounds of a chat's settings, for the server and for the form. */
export const MAX_INSTRUCTION_CHARACTERS = 20_000;
export const MAX_TEMPERATURE = 2;
/** Some vendors refuse less. */
export const MIN_OUTPUT_TOKENS = 16;
export const MAX_OUTPUT_TOKENS = 1_000_000;
