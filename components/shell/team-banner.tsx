"use client";

import { Megaphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { ActionResult } from "@/lib/http/action";

interface TeamBannerProps {
  id: string;
  text: string;
  answer: (input: { noticeId: string; answer: "dismissed" }) => Promise<ActionResult<void>>;
}

/** What the team tells all its members, above everything, until they have read it. */
export function TeamBanner({ id, text, answer }: TeamBannerProps) {
  const t = useTranslations("policy.banner");
  const [gone, setGone] = useState(false);
  if (gone) return null;

  async function dismiss(): Promise<void> {
    setGone(true);
    const kept = await answer({ noticeId: id, answer: "dismissed" }).then(
      // Another version is there by now, or none: this one is of no more use either way.
      (result) => result.ok || result.error.code === "not_found",
      () => false,
    );
    if (!kept) setGone(false);
  }

  return (
    <section
      aria-label={t("label")}
      className="flex shrink-0 items-start gap-3 border-line border-b bg-warn-soft px-4 py-2 text-ink text-sm"
    >
      <Megaphone aria-hidden="true" className="mt-1 size-4 shrink-0 text-warn" />
      <p className="max-h-24 min-w-0 flex-1 overflow-y-auto whitespace-pre-wrap py-0.5 leading-relaxed [overflow-wrap:anywhere]">
        {text}
      </p>
      <IconButton label={t("dismiss")} tooltipSide="left" onClick={() => void dismiss()}>
        <X />
      </IconButton>
    </section>
  );
}
