"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface ReasonFormProps {
  name: string;
  busy: boolean;
  onGiven: (reason: string) => void;
}

const LEAST = 3;
const MOST = 300;

/** Why somebody's chats are read, before a word of them is shown. */
export function ReasonForm({ name, busy, onGiven }: ReasonFormProps) {
  const t = useTranslations("policy.reading.page");
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const reason = typed.trim();
  const isGood = reason.length >= LEAST && reason.length <= MOST;
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isGood) onGiven(reason);
      }}
    >
      <Field
        className="w-full"
        label={t("why")}
        hint={t("whyHint", { name })}
        error={isTried && !isGood && t("whyWrong")}
      >
        <Textarea value={typed} maxLength={MOST} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {t("show")}
      </Button>
    </form>
  );
}
