/** Turbopack looks for this file upwards, and would find Wye's own. */
export function register(): void {
  // The floors start nothing.
}
