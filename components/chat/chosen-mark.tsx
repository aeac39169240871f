"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

export function ChosenMark({ shown }: { shown: boolean }) {
  const t = useTranslations("chat.picker");
  return (
    <span className="size-4 shrink-0">
      {shown && (
        <>
          <Check aria-hidden="true" className="size-4" />
          <span className="sr-only">{t("current")}</span>
        </>
      )}
    </span>
  );
}
