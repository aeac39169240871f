"use client";

import { useLinkStatus } from "next/link";
import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** Within a link: the page that it leads to is long in coming. A page that comes at once shows nothing of this. */
export function Opening() {
  const t = useTranslations("common.shell");
  const { pending } = useLinkStatus();
  return (
    pending && (
      <span className="shrink-0 animate-fade [animation-delay:250ms] [animation-fill-mode:backwards]">
        <Spinner />
        <VisuallyHidden>{t("opening")}</VisuallyHidden>
      </span>
    )
  );
}
