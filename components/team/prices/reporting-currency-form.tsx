"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface ReportingCurrencyFormProps {
  team: string;
  currency: string | null;
  editable: boolean;
  save: (input: { currency: string | null }) => Promise<ActionResult<void>>;
}

const NONE = "none";
const OTHER = "other";
const USUAL = ["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "SGD", "CHF"];

/** In which currency a team's costs are shown too. */
export function ReportingCurrencyForm({ team, currency, editable, save }: ReportingCurrencyFormProps) {
  const t = useTranslations("prices.currencies");
  const answered = useAnswered();
  const tForm = useTranslations("prices.form");
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const known = currency === null || USUAL.includes(currency);
  const [choice, setChoice] = useState(currency === null ? NONE : known ? currency : OTHER);
  const [other, setOther] = useState(known ? "" : (currency ?? ""));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function submit(): void {
    const code = choice === NONE ? null : choice === OTHER ? other.trim().toUpperCase() : choice;
    start(async () => {
      const result = await answered(save({ currency: code }));
      setFailure(
        result.ok
          ? null
          : result.error.code === "invalid_input"
            ? tForm("problem.currency")
            : result.error.message,
      );
      if (result.ok) toast.ok(code === null ? t("savedNone") : t("saved", { currency: code }));
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
        <Field label={t("reporting", { team })} hint={t("reportingHint")}>
          <Select
            value={choice}
            onValueChange={setChoice}
            disabled={!editable}
            options={[
              { value: NONE, label: t("none") },
              ...USUAL.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` })),
              { value: OTHER, label: t("other") },
            ]}
          />
        </Field>
        {choice === OTHER && (
          <Field label={tForm("currency")} error={failure}>
            <Input
              autoComplete="off"
              maxLength={3}
              className="uppercase"
              disabled={!editable}
              value={other}
              onChange={(event) => setOther(event.target.value)}
            />
          </Field>
        )}
      </div>
      {failure !== null && choice !== OTHER && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      {editable && (
        <Button type="submit" variant="primary" className="self-start" busy={busy}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}
