"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import { type Locale, toLocale } from "@/lib/i18n/locale";
import type { Imported } from "@/lib/members/import-members";
import type { PlanSummary } from "@/lib/members/summarize-plan";
import { useAnswered } from "../use-answered";
import { ImportDone } from "./import-done";
import { ImportPlan } from "./import-plan";
import { MailLanguage } from "./mail-language";

/** What an action takes, with some room for what wraps it. */
const MAX_BYTES = 900_000;

interface MemberImportProps {
  /** Whether those who are invited are sent a mail. */
  mails: boolean;
  plan: (input: { text: string }) => Promise<ActionResult<PlanSummary>>;
  apply: (input: { text: string; locale: Locale }) => Promise<ActionResult<Imported>>;
}

type Step =
  | { at: "choose"; problem: string | null }
  | { at: "plan"; text: string; plan: PlanSummary; problem: string | null }
  | { at: "done"; imported: Imported };

/** Shows what a file would do, line by line, before anything is done. */
export function MemberImport({ mails, plan, apply }: MemberImportProps) {
  const t = useTranslations("people.import");
  const answered = useAnswered();
  const [locale, setLocale] = useState(toLocale(useLocale()));
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ at: "choose", problem: null });
  const [busy, start] = useTransition();

  function problemOf(error: ErrorData & { message: string }): string {
    const { field, problem, line } = error.params;
    if (error.code === "too_large") return t("tooLarge");
    if (error.code !== "invalid_input" || field !== "file") return error.message;
    return problem === "email" ? t("noEmailColumn") : t("noCsv", { line: Number(line) });
  }

  async function read(file: File): Promise<void> {
    if (file.size > MAX_BYTES) return setStep({ at: "choose", problem: t("tooLarge") });
    const text = await file.text();
    const result = await answered(plan({ text }));
    if (result.ok) setStep({ at: "plan", text, plan: result.value, problem: null });
    else setStep({ at: "choose", problem: problemOf(result.error) });
  }

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0];
    if (file) start(() => read(file));
  }

  function again(): void {
    if (input.current) input.current.value = "";
    setStep({ at: "choose", problem: null });
  }

  async function perform(text: string, shown: PlanSummary): Promise<void> {
    const result = await answered(apply({ text, locale }));
    if (result.ok) setStep({ at: "done", imported: result.value });
    else
      setStep({
        ...{ at: "plan", text, plan: shown },
        problem: result.error.code === "conflict" ? t("changedMeanwhile") : result.error.message,
      });
  }

  if (step.at === "done") return <ImportDone imported={step.imported} onAgain={again} />;
  return (
    <div className="flex flex-col gap-5">
      <Field label={t("file")} hint={t("hint")} error={step.at === "choose" ? step.problem : null}>
        <Input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={choose}
          className="h-auto max-w-lg py-1.5"
        />
      </Field>
      {step.at === "choose" && (
        <pre className="w-fit max-w-full overflow-x-auto rounded-lg border border-line bg-surface-sunken px-3 py-2 font-mono text-xs">
          {t("example")}
        </pre>
      )}
      {busy && step.at === "choose" && <Spinner />}
      {step.at === "plan" && (
        <>
          {step.problem !== null && (
            <Notice tone="danger" role="alert">
              {step.problem}
            </Notice>
          )}
          <ImportPlan plan={step.plan} />
          {mails && step.plan.counts.invite > 0 && (
            <MailLanguage value={locale} onChange={setLocale} className="max-w-60" />
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              busy={busy}
              disabled={step.plan.counts.error > 0 || step.plan.counts.invite + step.plan.counts.change === 0}
              onClick={() => start(() => perform(step.text, step.plan))}
            >
              {t("apply", { count: step.plan.counts.invite + step.plan.counts.change })}
            </Button>
            <Button variant="ghost" onClick={again}>
              {t("another")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
