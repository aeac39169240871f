"use client";

import { Braces, Image, Lightbulb, type LucideIcon, Mic, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { ABILITIES, type Ability } from "./find-models";

const MARKS: Record<Ability, { Icon: LucideIcon; column: string }> = {
  tools: { Icon: Wrench, column: "col-start-1" },
  structuredOutput: { Icon: Braces, column: "col-start-2" },
  images: { Icon: Image, column: "col-start-3" },
  audio: { Icon: Mic, column: "col-start-4" },
  reasoning: { Icon: Lightbulb, column: "col-start-5" },
};

/** Each ability in a place of its own, so that columns of them can be read downwards; few elements, because there is
 *  one of these in every row that scrolls by. */
export function AbilityMarks({ abilities }: { abilities: ReadonlySet<Ability> }) {
  const t = useTranslations("models.ability");
  const shown = ABILITIES.filter((ability) => abilities.has(ability));
  if (shown.length === 0) return null;
  const names = shown.map((ability) => t(ability)).join(", ");
  return (
    <span title={names} className="grid w-26 grid-cols-5 text-muted">
      {shown.map((ability) => {
        const { Icon, column } = MARKS[ability];
        return <Icon key={ability} aria-hidden="true" className={`row-start-1 size-4 ${column}`} />;
      })}
      <span className="sr-only">{names}</span>
    </span>
  );
}
