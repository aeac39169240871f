"use client";

import { ShieldCheck } from "lucide-react";
import { useFormatter, useLocale, useTimeZone, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { DownloadLink } from "@/components/account/download-link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { VerifiedAudit } from "@/lib/audit/verify-audit";
import { formatDateTime } from "@/lib/format/date-time";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface ChainStatusProps {
  count: number;
  verified: { seq: number; at: string } | null;
  verify: (input: Record<never, never>) => Promise<ActionResult<VerifiedAudit>>;
  exportHref: string;
}

/** Up to which entry the chain was found in order, and a button to look again. */
export function ChainStatus({ count, verified, verify, exportHref }: ChainStatusProps) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [result, setResult] = useState<ActionResult<VerifiedAudit> | null>(null);
  const [busy, start] = useTransition();
  const answered = useAnswered();
  const known = result?.ok ? { seq: result.value.entries, at: result.value.at } : verified;

  function check(): void {
    start(async () => setResult(await answered(verify({}))));
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-muted text-sm tabular-nums">
          {busy && t("chain.busy", { count })}
          {!busy && known === null && t("chain.never", { count })}
          {!busy &&
            known !== null &&
            t("chain.verified", {
              seq: format.number(known.seq),
              count: format.number(Math.max(count, known.seq)),
              at: formatDateTime(known.at, locale, timeZone),
            })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={busy} onClick={check}>
            <ShieldCheck aria-hidden="true" />
            {t("chain.verify")}
          </Button>
          <DownloadLink href={exportHref} size="sm" variant="ghost">
            {t("export")}
          </DownloadLink>
        </div>
      </div>
      {!busy && result !== null && <Outcome result={result} />}
    </div>
  );
}

function Outcome({ result }: { result: ActionResult<VerifiedAudit> }) {
  const t = useTranslations("audit.chain");
  const format = useFormatter();
  if (!result.ok) {
    return (
      <Notice tone="danger" role="alert">
        {result.error.message}
      </Notice>
    );
  }
  const { broken, entries } = result.value;
  if (broken === null) {
    return (
      <Notice tone="ok" role="status">
        {t("ok", { count: entries })}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" role="alert" title={t("brokenTitle", { seq: format.number(broken.seq) })}>
      {t(broken.reason)} {t("brokenHelp")}
    </Notice>
  );
}
