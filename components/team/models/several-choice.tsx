"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";

interface SeveralChoiceProps<One extends string> {
  label: string;
  /** Stands below while nothing is chosen. */
  hint: string;
  options: readonly (readonly [value: One, label: string])[];
  chosen: readonly One[];
  onChange: (chosen: One[]) => void;
}

/** Several of a few, each a button that stays pressed. */
export function SeveralChoice<One extends string>({
  label,
  hint,
  options,
  chosen,
  onChange,
}: SeveralChoiceProps<One>) {
  const id = useId();
  const press = (value: One) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset aria-describedby={`${id}-hint`} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-ink text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(([value, text]) => (
          <Button
            key={value}
            size="sm"
            aria-pressed={chosen.includes(value)}
            onClick={() => press(value)}
            className="aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
          >
            {text}
          </Button>
        ))}
      </div>
      <p id={`${id}-hint`} className="text-muted text-xs leading-relaxed empty:hidden">
        {chosen.length === 0 ? hint : null}
      </p>
    </fieldset>
  );
}
