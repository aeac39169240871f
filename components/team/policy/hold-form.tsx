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
import type { HoldInput, HoldScope } from "@/lib/policy/hold";
import { useAnswered } from "../use-answered";

interface HoldFormProps {
  set: (input: HoldInput) => Promise<ActionResult<string>>;
}

const SCOPES: readonly HoldScope[] = ["team", "person", "chat"];
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** Sets a legal hold on all of the team, on one person, or on one chat. */
export function HoldForm({ set }: HoldFormProps) {
  const t = useTranslations("policy.holds");
  const answered = useAnswered();
  const [scope, setScope] = useState<HoldScope>("person");
  const [subject, setSubject] = useState("");
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function submit(): void {
    const input = toInput(scope, subject, note);
    if (input === null) {
      setFailure(t("chatWrong"));
      return;
    }
    start(async () => {
      const result = await answered(set(input));
      if (result.ok) {
        setFailure(null);
        setSubject("");
        setNote("");
        toast.ok(t("done"));
        return;
      }
      const { code, message } = result.error;
      setFailure(code === "not_found" ? t(`missing.${scope}`) : code === "conflict" ? t("known") : message);
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
      <ChoiceGroup
        label={t("label")}
        value={scope}
        onChange={(next) => {
          setScope(next);
          setFailure(null);
        }}
        options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {scope !== "team" && (
          <Field label={t(`subject.${scope}`)}>
            <Input
              autoComplete="off"
              type={scope === "person" ? "email" : "text"}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
          </Field>
        )}
        <Field label={t("note")} aside={t("optional")}>
          <Input
            autoComplete="off"
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" className="self-start" busy={busy}>
        {t("set")}
      </Button>
    </form>
  );
}

/** A chat is named by its address, or by its id alone. */
function toInput(scope: HoldScope, subject: string, note: string): HoldInput | null {
  if (scope === "team") return { scope, note };
  if (scope === "person") return { scope, email: subject.trim(), note };
  const chatId = UUID.exec(subject)?.[0];
  return chatId === undefined ? null : { scope, chatId: chatId.toLowerCase(), note };
}
