/** Whose models a vendor deploys beside its own. */
const DEPLOYS: Readonly<Record<string, readonly string[]>> = { azure: ["openai"] };

/** The vendors whose models may answer at a vendor under a name that a customer gave. */
export function deployable(vendor: string): readonly string[] {
  return [vendor, ...(DEPLOYS[vendor] ?? [])];
}
