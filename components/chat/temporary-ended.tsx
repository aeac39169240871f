"use client";

import { Hourglass } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of a temporary chat that is over: nothing of it is shown any more. */
export function TemporaryEnded() {
  const t = useTranslations("chat");
  const next = useRef<HTMLAnchorElement>(null);
  // What had the focus is gone.
  useEffect(() => next.current?.focus(), []);
  return (
    <div role="status">
      <EmptyState
        icon={<Hourglass aria-hidden="true" />}
        title={t("temporary.endedTitle")}
        level={1}
        className="pt-[20dvh]"
        action={
          <Button asChild>
            <Link ref={next} href="/">
              {t("newChat")}
            </Link>
          </Button>
        }
      >
        {t("temporary.endedBody")}
      </EmptyState>
    </div>
  );
}
