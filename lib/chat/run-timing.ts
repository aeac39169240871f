/** A run that has not spoken for itself in this time is dead: its process was killed. */
export const RUN_DEAD_AFTER_MS = 20_000;
/** How often it does so while it says nothing: so soon does it learn of Stop where it is not told. */
export const RUN_BEAT_EVERY_MS = 1_000;
