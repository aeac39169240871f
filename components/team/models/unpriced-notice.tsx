"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FoundModel } from "./find-models";

interface UnpricedNoticeProps {
  models: readonly FoundModel[];
  onShow: () => void;
}

/** What can be asked here at a cost that nobody knows. */
export function UnpricedNotice({ models, onShow }: UnpricedNoticeProps) {
  const t = useTranslations("models");
  const count = models.filter(
    ({ row }) => row.connected && row.price === null && row.hiddenBy === null,
  ).length;
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      title={t("noticeTitle", { count })}
      action={
        <Button size="sm" onClick={onShow}>
          {t("noticeShow")}
        </Button>
      }
    >
      {t("noticeBody")}
    </Notice>
  );
}
