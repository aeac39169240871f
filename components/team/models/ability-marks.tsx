import { ABILITIES, type Ability } from "./find-models";

/** Of lucide's drawings the wrench, the braces, the image, the microphone and the light bulb, side by side 32 apart. */
const PATHS: Record<Ability, string> = {
  tools:
    "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.11-3.1c.32-.32.86-.22.98.22a6 6 0 0 1-8.26 7.06l-7.91 7.91a1 1 0 0 1-3-3l7.91-7.91a6 6 0 0 1 7.06-8.26c.44.12.54.66.22.98z",
  structuredOutput:
    "M40 3H39a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2a2 2 0 0 1 2 2v5c0 1.1.9 2 2 2h1M48 21h1a2 2 0 0 0 2-2v-5c0-1.1.9-2 2-2a2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1",
  images:
    "M69 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2zM71 9a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM85 15l-3.09-3.09a2 2 0 0 0-2.83 0L70 21",
  audio:
    "M108 19v3M115 10v2a7 7 0 0 1-14 0v-2M108 2h0a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h0a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3z",
  reasoning:
    "M143 14c.2-1 .7-1.7 1.5-2.5c1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 134 8c0 1 .2 2.2 1.5 3.5c.7.7 1.3 1.5 1.5 2.5M137 18h6M138 22h4",
};

interface AbilityMarksProps {
  abilities: ReadonlySet<Ability>;
  /** Their names, for those who do not see the marks. */
  label: string;
}

/** Each ability in a place of its own, so that columns of them can be read downwards; one drawing, because there is
 *  one of these in every row that scrolls by. */
export function AbilityMarks({ abilities, label }: AbilityMarksProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      width="104"
      height="16"
      viewBox="0 0 156 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={ABILITIES.map((ability) => (abilities.has(ability) ? PATHS[ability] : "")).join("")} />
    </svg>
  );
}
