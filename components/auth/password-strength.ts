export const STRENGTHS = ["short", "weak", "fair", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A hint while one types, not a gate: length counts most, then how many different characters there are. */
export function passwordStrength(password: string, minLength: number): Strength {
  const characters = [...password];
  if (characters.length < minLength) return "short";
  const bits = characters.length * Math.log2(Math.max(2, new Set(characters).size));
  if (bits < 36) return "weak";
  return bits < 60 ? "fair" : "strong";
}
