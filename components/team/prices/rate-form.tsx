"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { DatedRate } from "@/lib/money/rate-book";
import { useAnswered } from "../use-answered";
import { rateProblem } from "./rate-problem";

interface RateFormProps {
  save: (rate: Omit<DatedRate, "source">) => Promise<ActionResult<DatedRate>>;
}

/** Enters what one unit of a currency is worth in another. */
export function RateForm({ save }: RateFormProps) {
  const t = useTranslations("prices.currencies");
  const answered = useAnswered();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<{ field: string; message: string } | null>(null);
  const [busy, start] = useTransition();

  function submit(entered: FormData): void {
    const [base = "", rate = "", quote = "", day = ""] = ["base", "rate", "quote", "day"].map((name) =>
      String(entered.get(name) ?? "").trim(),
    );
    start(async () => {
      const result = await answered(save({ base, rate, quote, day }));
      if (result.ok) {
        const { value } = result;
        setFailure(null);
        form.current?.reset();
        toast.ok(t("added", { base: value.base, rate: value.rate, quote: value.quote, day: value.day }));
      } else {
        const { params, message } = result.error;
        setFailure({ field: String(params.field ?? ""), message });
      }
    });
  }

  const errorOf = (field: string) => (failure?.field === field ? t(`problem.${rateProblem(field)}`) : null);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <h3 className="font-medium text-sm">{t("enter")}</h3>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={t("base")} error={errorOf("base")}>
          <Input name="base" autoComplete="off" maxLength={3} placeholder="EUR" className="uppercase" />
        </Field>
        <Field label={t("rate")} error={errorOf("rate")}>
          <Input name="rate" inputMode="decimal" autoComplete="off" placeholder="7.2451" />
        </Field>
        <Field label={t("quote")} error={errorOf("quote")}>
          <Input name="quote" autoComplete="off" maxLength={3} placeholder="CNY" className="uppercase" />
        </Field>
        <Field label={t("day")} error={errorOf("day")}>
          <Input name="day" type="date" />
        </Field>
      </div>
      {failure !== null && !["base", "rate", "quote", "day"].includes(failure.field) && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      <Button type="submit" className="self-start" busy={busy}>
        {t("add")}
      </Button>
    </form>
  );
}
