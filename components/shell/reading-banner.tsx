"use client";

import { Eye } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/http/action";

interface ReadingBannerProps {
  id: string;
  text: string;
  answer: (input: { noticeId: string; answer: "dismissed" }) => Promise<ActionResult<void>>;
}

/** Tells a member that their chats may be read, above everything, until they have said that they know. */
export function ReadingBanner({ id, text, answer }: ReadingBannerProps) {
  const t = useTranslations("policy.reading");
  const [gone, setGone] = useState(false);
  if (gone) return null;

  async function dismiss(): Promise<void> {
    setGone(true);
    const kept = await answer({ noticeId: id, answer: "dismissed" }).then(
      // It was switched off meanwhile, or off and on again: the next page says so.
      (result) => result.ok || result.error.code === "not_found",
      () => false,
    );
    if (!kept) setGone(false);
  }

  return (
    <section
      aria-label={t("banner")}
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-warn-soft px-4 py-2 text-ink text-sm"
    >
      <Eye aria-hidden="true" className="hidden size-4 shrink-0 text-warn sm:block" />
      <p className="min-w-0 flex-1 basis-72 text-pretty leading-relaxed">
        {text}{" "}
        <Link href="/account#readings" className="whitespace-nowrap underline underline-offset-2">
          {t("seeReadings")}
        </Link>
      </p>
      <Button size="sm" onClick={() => void dismiss()}>
        {t("understood")}
      </Button>
    </section>
  );
}
