"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { weekdays } from "@/lib/format/weekdays";

interface WeekdayFieldsProps {
  /** Monday is 1; empty: every day. */
  days: readonly number[];
  onChange: (days: readonly number[]) => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export function WeekdayFields({ days, onChange }: WeekdayFieldsProps) {
  const t = useTranslations("prices.form");
  const locale = useLocale();
  const hintId = useId();
  const toggle = (day: number, chosen: boolean) =>
    onChange(chosen ? [...days, day].toSorted((a, b) => a - b) : days.filter((one) => one !== day));
  return (
    <fieldset aria-describedby={hintId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-ink text-sm">{t("days")}</legend>
      <div className="grid w-fit grid-cols-4 gap-x-4 gap-y-1 sm:flex">
        {WEEK.map((day) => (
          <label key={day} className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-10">
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={(event) => toggle(day, event.target.checked)}
              className="size-4 accent-accent"
            />
            {weekdays([day], locale)}
          </label>
        ))}
      </div>
      <p id={hintId} className="text-muted text-xs leading-relaxed">
        {t("daysHint")}
      </p>
    </fieldset>
  );
}
