"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { ErrorData } from "@/lib/errors";
import type { ImportedRates, RateFormat } from "@/lib/exchange/import-rates";
import type { RateFileProblem } from "@/lib/exchange/rate-file-error";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { rateProblem } from "./rate-problem";

interface RateImportProps {
  take: (file: { text: string; format: RateFormat; name: string }) => Promise<ActionResult<ImportedRates>>;
}

/** What fits into one request with room to spare. */
const MOST_BYTES = 900_000;
const FILE_PROBLEMS: readonly RateFileProblem[] = [
  ...(["columns", "short", "notEcb", "noXml", "noDate", "empty"] as const),
];

/** Takes a file of exchange rates, whole or not at all. */
export function RateImport({ take }: RateImportProps) {
  const t = useTranslations("prices.currencies");
  const input = useRef<HTMLInputElement>(null);
  const answered = useAnswered();
  const [format, setFormat] = useState<RateFormat>("ecb");
  const [needsFile, setNeedsFile] = useState(false);
  const [told, setTold] = useState<{ tone: "ok" | "danger"; message: string } | null>(null);
  const [busy, start] = useTransition();

  function submit(): void {
    const file = input.current?.files?.[0];
    setNeedsFile(!file);
    setTold(null);
    if (!file) {
      input.current?.focus();
      return;
    }
    if (file.size > MOST_BYTES) {
      setTold({ tone: "danger", message: t("tooLarge") });
      return;
    }
    start(async () => {
      const result = await answered(take({ text: await file.text(), format, name: file.name.slice(0, 200) }));
      if (result.ok) {
        const { rates, from, to } = result.value;
        setTold({ tone: "ok", message: t("taken", { count: rates, from, to }) });
        if (input.current) input.current.value = "";
      } else {
        setTold({ tone: "danger", message: refusal(result.error) });
      }
    });
  }

  function refusal({ params, message }: ErrorData & { message: string }): string {
    const { reason, line, number } = params;
    const ofFile = FILE_PROBLEMS.find((one) => one === reason);
    if (ofFile) return t(`fileProblem.${ofFile}`, { line: line ?? 1 });
    if (line === undefined && number === undefined) return message;
    const where = line === undefined ? t("atRate", { number: number ?? 0 }) : t("atLine", { line });
    return t("refusedAt", { where, problem: t(`problem.${rateProblem(String(reason))}`) });
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
      <h3 className="font-medium text-sm">{t("import")}</h3>
      <Field label={t("format")}>
        <Select
          value={format}
          onValueChange={(value) => setFormat(value === "csv" ? "csv" : "ecb")}
          options={[
            { value: "ecb", label: t("formatEcb") },
            { value: "csv", label: t("formatCsv") },
          ]}
        />
      </Field>
      <Field label={t("file")} hint={t("importHint")} error={needsFile && t("chooseFile")}>
        <Input
          ref={input}
          type="file"
          onChange={() => setNeedsFile(false)}
          accept=".csv,.xml,text/csv,text/xml,application/xml"
          className="py-1.5 file:mr-3 file:rounded-sm file:border-0 file:bg-surface-hover file:px-2 file:text-ink file:text-sm"
        />
      </Field>
      {told !== null && (
        <Notice tone={told.tone} role={told.tone === "ok" ? "status" : "alert"}>
          {told.message}
        </Notice>
      )}
      <Button type="submit" className="self-start" busy={busy}>
        {t("take")}
      </Button>
    </form>
  );
}
