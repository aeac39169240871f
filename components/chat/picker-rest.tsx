"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Picker } from "@/lib/chat/picker";
import { usePickerHelp } from "./picker-help";

interface PickerRestProps {
  picker: Picker;
  /** Nothing is listed. */
  empty: boolean;
  /** It is still looked for what cannot be used. */
  searching: boolean;
}

/** What is not in the list, and why. */
export function PickerRest({ picker: { models, total }, empty, searching }: PickerRestProps) {
  const t = useTranslations("chat.picker");
  const help = usePickerHelp();
  const missing = total - models.length;
  const lines = [
    ...(total === 0 ? [t("noModels")] : []),
    ...(empty && missing === 0 ? [t(searching ? "searching" : "none")] : []),
    ...(missing > 0 && !help?.failed ? [t("rest", { count: missing })] : []),
  ];
  return (
    <div role="status" className="px-2 text-muted text-sm">
      {lines.map((line) => (
        <p key={line} className="py-3">
          {line}
        </p>
      ))}
      {missing > 0 && help?.failed && (
        <p className="flex flex-wrap items-center justify-between gap-2 py-2">
          {t("restFailed", { count: missing })}
          <Button size="sm" onClick={help.refresh}>
            {t("restRetry")}
          </Button>
        </p>
      )}
    </div>
  );
}
