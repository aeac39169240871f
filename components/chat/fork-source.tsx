"use client";

import { GitFork } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface ForkSourceProps {
  source: { id: string; title: string | null };
}

/** Which chat this one was copied from. */
export function ForkSource({ source }: ForkSourceProps) {
  const t = useTranslations();
  return (
    <p className="mb-6 flex items-center gap-2 text-muted text-sm">
      <GitFork aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 truncate">
        {t.rich("chat.message.forkedFrom", {
          title: source.title ?? t("common.shell.untitled"),
          link: (title) => (
            <Link href={`/chat/${source.id}`} prefetch={false} className="text-ink underline">
              {title}
            </Link>
          ),
        })}
      </span>
    </p>
  );
}
