"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ShareView } from "@/lib/share/list-shares";

interface ShareListProps {
  shares: readonly ShareView[];
  onRevoke: (shareId: string) => Promise<void>;
}

/** The links that there are, with what still becomes of each. */
export function ShareList({ shares, onRevoke }: ShareListProps) {
  const t = useTranslations("share");
  const format = useFormatter();
  const [busy, setBusy] = useState<string | null>(null);
  if (shares.length === 0) return null;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-sm">{t("links")}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {shares.map(({ id, audience, named, createdAt, expiresAt, state }) => (
          <li key={id} className="flex items-center gap-3 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <span className="font-medium">{t(`audiences.${audience}`)}</span>
                {state !== "open" && <Badge tone="warn">{t(`states.${state}`)}</Badge>}
              </p>
              <p className="text-muted text-xs leading-relaxed">
                {t("made", { at: day(createdAt) })}
                {" · "}
                {expiresAt === null ? t("never") : t("ends", { at: day(expiresAt) })}
                {" · "}
                {t(named ? "withName" : "withoutName")}
              </p>
            </div>
            <Button
              size="sm"
              busy={busy === id}
              aria-label={t("revokeOf", { at: day(createdAt), audience: t(`audiences.${audience}`) })}
              onClick={async () => {
                setBusy(id);
                await onRevoke(id);
                setBusy(null);
              }}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
