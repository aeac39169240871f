"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Earlier messages could not be read: said where one sees it, however far up one is. */
export function UnreadFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("chat.earlier");
  return (
    <div className="sticky top-2 z-10 h-0">
      <Notice
        tone="warn"
        role="alert"
        className="shadow-raised"
        action={
          <Button size="sm" onClick={onRetry}>
            {t("tryAgain")}
          </Button>
        }
      >
        {t("failed")}
      </Notice>
    </div>
  );
}
