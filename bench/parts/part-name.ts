export const PART_NAMES = ["chat", "durability", "followers"] as const;
export type PartName = (typeof PART_NAMES)[number];
