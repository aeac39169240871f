"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { TeamAnswer } from "./shell-props";

interface LoneFrameProps {
  /** Null: there are no personal spaces to make. */
  createSpace: (() => Promise<TeamAnswer>) | null;
  signOut: () => Promise<unknown>;
  children: ReactNode;
}

/** Around the pages of a person whom no team has: why there is nothing else, and what can be done about it. */
export function LoneFrame({ createSpace, signOut, children }: LoneFrameProps) {
  const t = useTranslations("account.lone");
  const common = useTranslations("common");
  const [busy, start] = useTransition();

  function create(make: () => Promise<TeamAnswer>): void {
    start(async () => {
      const result = await make().catch(() => null);
      if (result === null) toast.error(common("noAnswer"));
      else if (!result.ok) toast.error(result.error?.message ?? common("noAnswer"));
    });
  }

  return (
    <div className="min-h-dvh">
      <header className="flex items-center justify-between gap-4 border-line border-b px-4 py-3">
        <p className="flex items-center gap-2 font-semibold">
          <Mark twoColours className="size-5" />
          wye
        </p>
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            start(async () => {
              await signOut();
            })
          }
        >
          {common("signOut")}
        </Button>
      </header>
      <main id="content">
        <div className="mx-auto w-full max-w-3xl px-4 pt-6 sm:px-6">
          <Notice title={t("title")}>
            {t(createSpace === null ? "body" : "bodyWithSpace")}
            {createSpace !== null && (
              <Button size="sm" busy={busy} className="mt-2 flex" onClick={() => create(createSpace)}>
                {t("create")}
              </Button>
            )}
          </Notice>
        </div>
        {children}
      </main>
    </div>
  );
}
