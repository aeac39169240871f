"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/http/action";
import type { Recalculated } from "@/lib/prices/recalculate";
import { RecalculatedView } from "./recalculated-view";
import { vendorOptions } from "./vendor-options";

interface Range {
  vendor: string;
  model: string;
  from: string;
  to?: string;
}

interface RecalculateFormProps {
  vendor: string | null;
  model: string;
  /** A day, or empty. */
  from: string;
  preview: (range: Range) => Promise<ActionResult<Recalculated>>;
  recalculate: (range: Range & { reason: string }) => Promise<ActionResult<Recalculated>>;
}

const DAY_MS = 86_400_000;
const monthAgo = () => new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10);

/** Corrects what calls have cost, once it was seen what that does and a reason is given. */
export function RecalculateForm({ vendor, model, from, preview, recalculate }: RecalculateFormProps) {
  const t = useTranslations("prices.corrections");
  const tForm = useTranslations("prices.form");
  const locale = useLocale();
  const [range, setRange] = useState({ vendor: vendor ?? "openai", model, from, to: "" });
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<Recalculated | null>(null);
  const [done, setDone] = useState<Recalculated | null>(null);
  const [failure, setFailure] = useState<{ field: string | null; message: string } | null>(null);
  const [busy, start] = useTransition();

  function change(part: Partial<typeof range>): void {
    setRange({ ...range, ...part });
    setSeen(null);
    setDone(null);
    setFailure(null);
  }

  function run(
    send: (sent: Range) => Promise<ActionResult<Recalculated>>,
    onDone: (value: Recalculated) => void,
  ): void {
    const { to, ...sent } = { ...range, from: range.from || monthAgo() };
    start(async () => {
      const result = await send({ ...sent, ...(to !== "" && { to }) });
      setFailure(
        result.ok ? null : { field: String(result.error.params.field ?? ""), message: result.error.message },
      );
      if (result.ok) onDone(result.value);
    });
  }

  function apply(): void {
    if (reason.trim() === "") {
      setFailure({ field: "reason", message: t("reasonNeeded") });
      return;
    }
    run(
      (sent) => recalculate({ ...sent, reason }),
      (value) => {
        setDone(value);
        setSeen(null);
      },
    );
  }

  const errorOf = (field: string) => (failure?.field === field ? failure.message : null);
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setDone(null);
        run(preview, setSeen);
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
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
      </div>
      {failure !== null && !["model", "from", "to", "reason"].includes(failure.field ?? "") && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      {seen !== null && <RecalculatedView result={seen} kind="would" />}
      {done !== null && <RecalculatedView result={done} kind="did" />}
      {seen !== null && seen.corrected > 0 && (
        <Field label={t("reason")} hint={t("reasonHint")} error={errorOf("reason")}>
          <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        {seen !== null && seen.corrected > 0 && (
          <Button variant="primary" busy={busy} onClick={apply}>
            {t("apply", { count: seen.corrected })}
          </Button>
        )}
        <Button
          type="submit"
          variant={seen?.corrected ? "secondary" : "primary"}
          busy={busy && seen === null}
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
