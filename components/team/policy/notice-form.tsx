"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { Locale } from "@/lib/i18n/locale";
import { useAnswered } from "../use-answered";

interface NoticeFormProps {
  kind: "banner" | "terms";
  texts: Record<Locale, string | null>;
  save: (input: {
    kind: "banner" | "terms";
    texts: Record<Locale, string>;
  }) => Promise<ActionResult<string | null>>;
}

const LANGUAGES: readonly Locale[] = ["en", "zh-CN"];

/** A text for all members, in one language or both. */
export function NoticeForm({ kind, texts, save }: NoticeFormProps) {
  const t = useTranslations(`policy.${kind}`);
  const tForm = useTranslations("policy.notice");
  const answered = useAnswered();
  const [draft, setDraft] = useState({ en: texts.en ?? "", "zh-CN": texts["zh-CN"] ?? "" });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const isChanged = LANGUAGES.some((language) => draft[language].trim() !== (texts[language] ?? ""));

  function submit(): void {
    start(async () => {
      const result = await answered(save({ kind, texts: draft }));
      setFailure(
        result.ok
          ? null
          : result.error.code === "invalid_input"
            ? tForm(`tooLong.${kind}`)
            : result.error.message,
      );
      if (result.ok) toast.ok(result.value === null ? t("removed") : t("saved"));
    });
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {LANGUAGES.map((language) => (
          <Field key={language} label={tForm(`languages.${language}`)} aside={tForm("optional")}>
            <Textarea
              lang={language}
              value={draft[language]}
              className={kind === "terms" ? "max-h-96 min-h-40" : undefined}
              onChange={(event) => setDraft({ ...draft, [language]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!isChanged && !busy}>
          {t("save")}
        </Button>
        <p className="min-w-0 flex-1 basis-56 text-pretty text-muted text-xs leading-relaxed">
          {t("effect")}
        </p>
      </div>
    </form>
  );
}
