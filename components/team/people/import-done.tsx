"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Imported } from "@/lib/members/import-members";

interface ImportDoneProps {
  imported: Imported;
  onAgain: () => void;
}

/** The links are told once: they are had as a file, to be passed on where they are not mailed. */
export function ImportDone({ imported: { invited, isMailed, changed }, onAgain }: ImportDoneProps) {
  const t = useTranslations("people.import");

  function save(): void {
    const lines = ["email,link", ...invited.map(({ email, link }) => `${quoted(email)},${quoted(link)}`)];
    const url = URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/csv;charset=utf-8" }));
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = "invitations.csv";
    anchor.click();
    URL.revokeObjectURL(url);
  }

  return (
    <div className="flex flex-col gap-4">
      <Notice tone="ok" role="status" title={t("doneTitle")}>
        {t("done", { invited: invited.length, changed })}
      </Notice>
      {invited.length > 0 && (
        <Notice
          tone={isMailed ? "ok" : "warn"}
          title={t(isMailed ? "linksTitleMail" : "linksTitle")}
          action={
            <Button onClick={save}>
              <Download aria-hidden="true" />
              {t("saveLinks")}
            </Button>
          }
        >
          {t(isMailed ? "linksMail" : "links")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <Link href="/people">{t("toMembers")}</Link>
        </Button>
        <Button variant="ghost" onClick={onAgain}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}

/** A spreadsheet takes what begins with certain signs for a formula; an e-mail may. */
function quoted(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
