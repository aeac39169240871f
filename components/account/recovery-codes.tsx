"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** New recovery codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("factor.codes");
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <Notice tone="warn" role="status" title={t("title")}>
        {t("body")}
      </Notice>
      <div className="flex items-start gap-2 rounded-lg border border-line bg-surface-sunken p-3">
        <ul data-codes className="grid flex-1 grid-cols-2 gap-x-4 gap-y-1.5 font-mono text-sm sm:max-w-xs">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyButton text={codes.join("\n")} label={t("copy")} />
      </div>
      <Button variant="primary" className="self-start" onClick={onDone}>
        {t("done")}
      </Button>
    </div>
  );
}
