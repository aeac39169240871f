"use client";

import { RefreshCw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MessageStatus } from "@/lib/chat/message";
import { errorValues } from "@/lib/i18n/error-values";
import type { Failure } from "./failure";

interface SummaryEndProps {
  status: MessageStatus;
  failure: Failure | null;
  onRetry: (() => void) | null;
}

/** A summary that did not become whole: why, that it takes no effect, and what to do. */
export function SummaryEnd({ status, failure, onRetry }: SummaryEndProps) {
  const t = useTranslations();
  const locale = useLocale();
  const error = failure?.kind === "error" ? failure.error : null;
  return (
    <Notice
      tone={failure === null ? "warn" : "danger"}
      role={failure === null ? "status" : "alert"}
      title={t(
        `chat.summary.${failure !== null || status === "failed" ? "failed" : status === "stopped" ? "stopped" : "interrupted"}`,
      )}
      action={
        onRetry !== null && (
          <Button size="sm" onClick={onRetry}>
            <RefreshCw aria-hidden="true" />
            {t("chat.retry")}
          </Button>
        )
      }
    >
      {error !== null && <p>{t(`errors.${error.code}`, errorValues(error, locale))}</p>}
      <p className={error === null ? undefined : "text-muted"}>{t("chat.summary.noEffect")}</p>
    </Notice>
  );
}
