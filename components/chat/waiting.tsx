"use client";

import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";

/** Between the question and the first word. */
export function Waiting() {
  const t = useTranslations("chat");
  return (
    <p className="flex min-h-7 items-center gap-2 text-muted text-sm">
      <Spinner />
      {t("waiting")}
    </p>
  );
}
