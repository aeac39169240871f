"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { RecalculatedView } from "./recalculated-view";
import { RecalculationProgress } from "./recalculation-progress";
import { type RecalculateFormProps, useRecalculation } from "./use-recalculation";
import { vendorOptions } from "./vendor-options";

/** Corrects what calls have cost, once it was seen what that does and a reason is given. */
export function RecalculateForm(props: RecalculateFormProps) {
  const t = useTranslations("prices.corrections");
  const tForm = useTranslations("prices.form");
  const locale = useLocale();
  const { range, reason, setReason, seen, done, failure, progress, change, look, apply, stop } =
    useRecalculation(props);
  const isCorrecting = progress?.kind === "correct";
  const errorOf = (field: string) => (failure?.field === field ? failure.message : null);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <fieldset disabled={isCorrecting} className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={tForm("vendor")}>
          <Select
            value={range.vendor}
            onValueChange={(value) => change({ vendor: value })}
            options={vendorOptions(locale)}
          />
        </Field>
        <Field label={t("model")} hint={t("modelHint")} error={errorOf("model") && tForm("problem.model")}>
          <Input
            autoComplete="off"
            spellCheck={false}
            value={range.model}
            onChange={(event) => change({ model: event.target.value })}
          />
        </Field>
        <Field label={t("from")} hint={t("fromHint")} error={errorOf("from")}>
          <Input type="date" value={range.from} onChange={(event) => change({ from: event.target.value })} />
        </Field>
        <Field label={t("to")} hint={t("toHint")} error={errorOf("to") && t("toProblem")}>
          <Input type="date" value={range.to} onChange={(event) => change({ to: event.target.value })} />
        </Field>
      </fieldset>
      {failure !== null && !["model", "from", "to", "reason"].includes(failure.field) && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      {done !== null && <RecalculatedView result={done} kind="did" />}
      {seen !== null && <RecalculatedView result={seen} kind="would" />}
      {seen !== null && seen.corrected > 0 && (
        <Field label={t("reason")} hint={t("reasonHint")} error={errorOf("reason")}>
          <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      {progress !== null && <RecalculationProgress key={progress.kind} progress={progress} onStop={stop} />}
      <div className="flex flex-wrap gap-2">
        {seen !== null && seen.corrected > 0 && (
          <Button variant="primary" busy={isCorrecting} onClick={() => void apply()}>
            {t("apply", { count: seen.corrected })}
          </Button>
        )}
        <Button
          type="submit"
          variant={seen?.corrected ? "secondary" : "primary"}
          busy={progress?.kind === "look"}
          disabled={isCorrecting}
        >
          {t("preview")}
        </Button>
        {done !== null && (
          <Button asChild variant="ghost">
            <Link href="/usage">{t("toLedger")}</Link>
          </Button>
        )}
      </div>
    </form>
  );
}
