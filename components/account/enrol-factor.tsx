"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OfferedFactor } from "@/lib/auth/factors/begin-factor";
import type { ActionResult } from "@/lib/http/action";

/** Light around the code, in modules, by which a camera finds it. */
const QUIET = 4;

interface EnrolFactorProps {
  offered: OfferedFactor;
  confirm: (input: { code: string }) => Promise<ActionResult<string[]>>;
  onCancel: () => void;
  onDone: (codes: string[]) => void;
}

/** The secret, to be scanned or typed, until a code shows that the app has it. */
export function EnrolFactor({ offered: { secret, qr }, confirm, onCancel, onDone }: EnrolFactorProps) {
  const t = useTranslations("factor.enrol");
  const answered = useAnswered();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const side = qr.size + 2 * QUIET;
  return (
    <form
      noValidate
      className="flex flex-col gap-5 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const code = String(new FormData(event.currentTarget).get("code") ?? "");
        start(async () => {
          const result = await answered(confirm({ code }));
          if (result.ok) onDone(result.value);
          else setFailure(result.error.message);
        });
      }}
    >
      <div className="flex flex-wrap gap-5">
        <svg
          role="img"
          aria-label={t("qr")}
          viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
          shapeRendering="crispEdges"
          className="size-44 shrink-0 rounded-lg border border-line bg-(--code-paper)"
        >
          <path d={qr.path} className="fill-(--code-ink)" />
        </svg>
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-4">
          <p className="text-pretty text-sm leading-relaxed">{t("scan")}</p>
          <div className="flex flex-col gap-1.5">
            <p className="text-muted text-sm">{t("type")}</p>
            <div className="flex items-center gap-2 rounded-lg border border-line bg-surface-sunken px-3 py-2">
              <code data-secret className="min-w-0 flex-1 select-all break-all font-mono text-sm">
                {secret}
              </code>
              <CopyButton text={secret} label={t("copySecret")} />
            </div>
          </div>
        </div>
      </div>
      <Field label={t("code")} hint={t("codeHint")} error={failure} className="max-w-xs">
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="font-mono tracking-widest"
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t("confirm")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
