"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

interface ShownKeyProps {
  value: string;
  note: string | null;
  onDone: () => void;
}

/** A new key, this once. */
export function ShownKey({ value, note, onDone }: ShownKeyProps) {
  const t = useTranslations("keys");
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" role="status">
        {t("madeBody")}
      </Notice>
      <div className="flex items-center gap-2 rounded-lg border border-line bg-surface-sunken p-3">
        <code data-key className="min-w-0 flex-1 select-all break-all font-mono text-sm">
          {value}
        </code>
        <CopyButton text={value} label={t("copyKey")} />
      </div>
      {note !== null && <p className="text-muted text-sm">{note}</p>}
      <Button variant="primary" className="self-start" onClick={onDone}>
        {t("done")}
      </Button>
    </div>
  );
}
