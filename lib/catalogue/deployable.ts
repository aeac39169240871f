/** Vendors whose customers name what they call, with the vendors whose models may answer there. */
export const DEPLOYABLE: Readonly<Record<string, readonly string[]>> = {
  azure: ["azure", "openai"],
  doubao: ["doubao"],
};

/** The vendors whose models may answer at a vendor under a name that a customer gave. */
export function deployable(vendor: string): readonly string[] {
  return DEPLOYABLE[vendor] ?? [vendor];
}
