"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FoundModel, findModels, UNPRICED } from "./find-models";

interface UnpricedNoticeProps {
  models: readonly FoundModel[];
  /** Shows those that are counted. */
  onShow: () => void;
}

/** What can be asked here at a cost that nobody knows. */
export function UnpricedNotice({ models, onShow }: UnpricedNoticeProps) {
  const t = useTranslations("models");
  const count = useMemo(() => findModels(models, UNPRICED).length, [models]);
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      title={t("noticeTitle", { count })}
      action={
        <Button size="sm" onClick={onShow}>
          {t("noticeShow", { count })}
        </Button>
      }
    >
      {t("noticeBody", { count })}
    </Notice>
  );
}
