"use client";

import { Braces, Brain, Image, type LucideIcon, Mic, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { ABILITIES, type Ability } from "./find-models";

const ICONS: Record<Ability, LucideIcon> = {
  tools: Wrench,
  structuredOutput: Braces,
  images: Image,
  audio: Mic,
  reasoning: Brain,
};

/** Each ability in a place of its own, so that columns of them can be read downwards. */
export function AbilityMarks({ abilities }: { abilities: ReadonlySet<Ability> }) {
  const t = useTranslations("models.ability");
  return (
    <span className="inline-flex gap-1.5 text-muted">
      {ABILITIES.map((ability) => {
        const Icon = ICONS[ability];
        return (
          <span key={ability} title={abilities.has(ability) ? t(ability) : undefined} className="size-4">
            {abilities.has(ability) && (
              <>
                <Icon aria-hidden="true" className="size-4" />
                <span className="sr-only">{t(ability)}</span>
              </>
            )}
          </span>
        );
      })}
    </span>
  );
}
