"use client";

import { CornerDownRight, RefreshCw } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MessageStatus } from "@/lib/chat/message";
import { errorValues } from "@/lib/i18n/error-values";
import type { Failure } from "./failure";

interface AnswerEndProps {
  status: MessageStatus;
  failure: Failure | null;
  /** Some text had arrived. */
  partial: boolean;
  onRetry?: (() => void) | undefined;
  /** Left out where there is nothing to go on from. */
  onGoOn?: (() => void) | undefined;
  /** Buttons that help better than asking again. */
  ways?: ReactNode;
}

/** How an answer ended that did not end well, or at its length limit: what happened, what was kept, what to do. */
export function AnswerEnd({ status, failure, partial, onRetry, onGoOn, ways }: AnswerEndProps) {
  const t = useTranslations("chat");
  const retry = onRetry && (
    <Button size="sm" onClick={onRetry}>
      <RefreshCw aria-hidden="true" />
      {t("retry")}
    </Button>
  );
  const goOn = onGoOn && (
    <Button size="sm" variant="primary" onClick={onGoOn}>
      <CornerDownRight aria-hidden="true" />
      {t("goOn")}
    </Button>
  );
  if (failure !== null) {
    return (
      <Notice
        tone="danger"
        role="alert"
        title={t(failure.kind === "offline" ? "offlineTitle" : "failedTitle")}
        action={
          <>
            {isSignedOut(failure) && <SignIn />}
            {ways}
            {goOn}
            {retry}
          </>
        }
      >
        {failure.kind === "offline" ? t("offlineBody") : <FailureText failure={failure} partial={partial} />}
      </Notice>
    );
  }
  if (status === "stopped" || status === "complete") {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-muted text-sm">
        <p role="status">{t(status === "stopped" ? "stoppedTitle" : "cutShort")}</p>
        {goOn}
      </div>
    );
  }
  return (
    <Notice
      tone="warn"
      title={t("interruptedTitle")}
      action={
        <>
          {goOn}
          {retry}
        </>
      }
    >
      {t("interruptedBody")}
    </Notice>
  );
}

const isSignedOut = (failure: Failure): boolean =>
  failure.kind === "error" && failure.error.code === "unauthenticated";

/** To the sign-in page, and back here afterwards. */
function SignIn() {
  const t = useTranslations("chat");
  const callbackUrl = usePathname();
  return (
    <Button asChild size="sm" variant="primary">
      <Link href={`/signin?${new URLSearchParams({ callbackUrl })}`}>{t("signIn")}</Link>
    </Button>
  );
}

function FailureText({
  failure,
  partial,
}: {
  failure: Extract<Failure, { kind: "error" }>;
  partial: boolean;
}) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <>
      <p>{t(`errors.${failure.error.code}`, errorValues(failure.error, locale))}</p>
      <p className="text-muted">{t(partial ? "chat.failedPartial" : "chat.failedNothing")}</p>
    </>
  );
}
