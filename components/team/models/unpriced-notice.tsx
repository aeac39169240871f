"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
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
  const count = useMemo(() => models.filter(({ row }) => isUnpriced(row)).length, [models]);
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

const isUnpriced = ({ connected, price, hiddenBy }: FoundModel["row"]): boolean =>
  connected && price === null && hiddenBy === null;
