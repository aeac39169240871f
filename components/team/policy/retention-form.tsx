"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { type PreviewRetention, useRetentionPreview } from "./use-retention-preview";

interface RetentionFormProps {
  days: number | null;
  /** What holds until another takes its place, and what withdrawing goes back to; null: nothing waits. */
  before: { days: number | null } | null;
  preview: PreviewRetention;
  save: (input: { days: number | null }) => Promise<ActionResult<void>>;
}

const MOST_DAYS = 3650;
const USUAL = "90";

/** How long chats are kept, with what that would delete before it is saved. */
export function RetentionForm({ days, before, preview, save }: RetentionFormProps) {
  const t = useTranslations("policy.retention");
  const answered = useAnswered();
  const [keeps, setKeeps] = useState(days === null);
  const [typed, setTyped] = useState(days === null ? USUAL : String(days));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const wanted = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isDays = wanted >= 1 && wanted <= MOST_DAYS;
  const found = useRetentionPreview(keeps || !isDays ? null : wanted, preview);

  const send = (next: number | null, done: string) =>
    start(async () => {
      const result = await answered(save({ days: next }));
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) toast.ok(done);
    });

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (keeps) send(null, t("savedKept"));
        else if (isDays) send(wanted, t("saved"));
      }}
    >
      <ChoiceGroup
        label={t("label")}
        value={keeps ? "keep" : "delete"}
        onChange={(choice) => setKeeps(choice === "keep")}
        options={[
          { value: "keep", label: t("keep") },
          { value: "delete", label: t("delete") },
        ]}
      />
      {!keeps && (
        <Field label={t("days")} hint={t("daysHint")} error={isDays ? null : t("daysWrong")}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            className="max-w-32 tabular-nums"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      )}
      <p role="status" className="text-sm empty:hidden">
        {found && t("preview", { chats: found.chats, held: found.held })}
      </p>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t("save")}
        </Button>
        {before && (
          <Button disabled={busy} onClick={() => send(before.days, t("withdrawn"))}>
            {t("withdraw")}
          </Button>
        )}
        <p className="min-w-0 flex-1 basis-56 text-pretty text-muted text-xs leading-relaxed">
          {t("effect")}
        </p>
      </div>
    </form>
  );
}
