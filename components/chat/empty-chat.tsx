"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { Notice } from "@/components/ui/notice";
import type { Mode } from "@/lib/router/choice";
import { ModeDot } from "./mode-dot";

const EXAMPLES = [
  { mode: "knowledge", keys: ["knowledgeFirst", "knowledgeSecond"] },
  { mode: "reasoning", keys: ["reasoningFirst", "reasoningSecond"] },
] as const;

interface EmptyChatProps {
  onExample: (text: string, mode: Mode) => void;
  hasModel: boolean;
  /** Where a model is connected; null for a person who may not. */
  connectHref: string | null;
}

/** A new chat: what the two modes are for, by example. An example is put into the composer, not sent. */
export function EmptyChat({ onExample, hasModel, connectHref }: EmptyChatProps) {
  const t = useTranslations("chat");
  return (
    <div className="flex flex-col gap-7 pt-[12dvh] max-sm:pt-6">
      <h1 className="flex items-center gap-3 text-balance font-semibold text-2xl tracking-tight">
        <Mark twoColours className="size-7" />
        {t("empty.title")}
      </h1>
      {!hasModel && <NoModel connectHref={connectHref} />}
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {EXAMPLES.map(({ mode, keys }) => (
          <section key={mode}>
            <h2 className="flex items-center gap-2 text-sm">
              <ModeDot mode={mode} />
              <span
                className={mode === "knowledge" ? "font-medium text-knowledge" : "font-medium text-reasoning"}
              >
                {t(mode)}
              </span>
            </h2>
            <p className="mt-0.5 text-muted text-sm">
              {t(mode === "knowledge" ? "knowledgeHint" : "reasoningHint")}
            </p>
            <ul className="mt-3 flex flex-col gap-2">
              {keys.map((key) => (
                <li key={key}>
                  <button
                    type="button"
                    onClick={() => onExample(t(`empty.${key}`), mode)}
                    className="w-full text-pretty rounded-lg border border-line px-3 py-2.5 text-left text-sm leading-relaxed transition-colors duration-120 hover:border-line-strong hover:bg-surface-raised"
                  >
                    {t(`empty.${key}`)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function NoModel({ connectHref }: Pick<EmptyChatProps, "connectHref">) {
  const t = useTranslations("chat.empty");
  return (
    <Notice
      tone="warn"
      title={t("noModelTitle")}
      action={
        connectHref !== null && (
          <Button asChild size="sm">
            <Link href={connectHref}>{t("connect")}</Link>
          </Button>
        )
      }
    >
      {t(connectHref === null ? "noModelAsk" : "noModelConnect")}
    </Notice>
  );
}
