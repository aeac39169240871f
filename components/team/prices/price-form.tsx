"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PriceFactFields } from "./price-fact-fields";
import { PriceFields } from "./price-fields";
import { PricePreviewView } from "./price-preview-view";
import { TariffFields } from "./tariff-fields";
import { TierFields } from "./tier-fields";
import { type PriceFormProps, usePriceForm } from "./use-price-form";

/** States a price. It is seen on the calls of the last days before it can be saved. */
export function PriceForm(props: PriceFormProps) {
  const t = useTranslations("prices.form");
  const form = usePriceForm(props);
  const { draft, problems, shown, failure, busy, changeDraft } = form;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.size > 0) focusFirstProblem(element.current);
  }, [problems]);
  const minimumProblem = problems.get("minimum");
  // As it begins; afterwards it stays as the person leaves it.
  const [isAdvanced] = useState(
    () => draft.tiers.length > 0 || draft.tariffs.length > 0 || draft.minimum !== "",
  );
  return (
    <form
      ref={element}
      method="post"
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        form.look();
      }}
    >
      <PriceFactFields form={form} mayAll={props.mayAll} keys={props.keys} />
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium text-sm">{t("prices")}</legend>
        <p className="max-w-measure text-pretty text-muted text-xs leading-relaxed">{t("pricesHint")}</p>
        <PriceFields
          prices={draft.prices}
          path="prices"
          problems={problems}
          onChange={(prices) => changeDraft({ prices })}
        />
      </fieldset>
      <details className="rounded-xl border border-line p-4" open={isAdvanced}>
        <summary className="w-fit font-medium text-sm">{t("advanced")}</summary>
        <div className="flex flex-col gap-6 pt-4">
          <TierFields schedule={draft} path="tiers" problems={problems} onChange={changeDraft} />
          <TariffFields tariffs={draft.tariffs} problems={problems} onChange={changeDraft} />
          <Field
            label={t("minimum")}
            error={minimumProblem && t(`problem.${minimumProblem}`)}
            className="max-w-xs"
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={draft.minimum}
              onChange={(event) => changeDraft({ minimum: event.target.value })}
            />
          </Field>
        </div>
      </details>
      {problems.size > 0 && (
        <Notice tone="danger" role="alert">
          {t("wrongFields", { count: problems.size })}
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      {shown !== null && <PricePreviewView preview={shown} />}
      <div className="flex flex-wrap gap-2">
        {shown !== null && (
          <Button variant="primary" busy={busy} onClick={form.save}>
            {t("save")}
          </Button>
        )}
        <Button
          type="submit"
          variant={shown === null ? "primary" : "secondary"}
          busy={busy && shown === null}
        >
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}

/** Opens the parts of the form that it stands in. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  for (let part = first?.closest("details"); part; part = part.parentElement?.closest("details"))
    part.open = true;
  first?.focus();
}
