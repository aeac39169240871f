/** How a request came. */
export const VIAS = ["web", "api", "cli", "system"] as const;
export type Via = (typeof VIAS)[number];
