"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

/** A link that nobody can be shown again. @param isMailed whether a mail with it is on its way */
export function LinkOnce({ link, isMailed }: { link: string; isMailed: boolean }) {
  const t = useTranslations("people.invitations");
  return (
    <Notice tone="ok" role="status" title={t(isMailed ? "mailedTitle" : "onceTitle")}>
      {t(isMailed ? "mailedOnce" : "once")}
      <span className="mt-2 flex items-center gap-1">
        <Input
          readOnly
          value={link}
          aria-label={t("link")}
          onFocus={(event) => event.target.select()}
          className="font-mono text-xs"
        />
        <CopyButton text={link} label={t("copyLink")} />
      </span>
    </Notice>
  );
}
