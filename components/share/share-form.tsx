"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { Audience } from "@/lib/share/share-input";
import type { ShareActions } from "./share-actions";

interface ShareFormProps {
  chatId: string;
  /** Whether the team lets chats be read outside it. */
  outside: boolean;
  create: ShareActions["create"];
  onCreated: () => Promise<void>;
}

const DAYS = [1, 7, 30, 365] as const;
const NEVER = "never";
const USUAL = "30";

/** A new link: for whom, until when, and whether it says whose it is. */
export function ShareForm({ chatId, outside, create, onCreated }: ShareFormProps) {
  const t = useTranslations("share");
  const answered = useAnswered();
  const [audience, setAudience] = useState<Audience>("team");
  const [days, setDays] = useState(USUAL);
  const [named, setNamed] = useState(true);
  const [link, setLink] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const submit = () =>
    start(async () => {
      const until = days === NEVER ? null : Number(days);
      const result = await answered(create({ chatId, audience, named, days: until }));
      setFailure(result.ok ? null : result.error.message);
      setLink(result.ok ? result.value.link : null);
      await onCreated();
    });

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-pretty text-muted text-sm leading-relaxed">{t("intro")}</p>
      {outside ? (
        <ChoiceGroup
          label={t("audience")}
          value={audience}
          onChange={setAudience}
          hint={t(`audienceHint.${audience}`)}
          options={[
            { value: "team", label: t("audiences.team") },
            { value: "anyone", label: t("audiences.anyone") },
          ]}
        />
      ) : (
        <p className="text-pretty text-sm leading-relaxed">{t("teamOnly")}</p>
      )}
      <Field label={t("until")}>
        <Select
          value={days}
          onValueChange={setDays}
          options={[
            ...DAYS.map((count) => ({ value: String(count), label: t("days", { count }) })),
            { value: NEVER, label: t("never") },
          ]}
        />
      </Field>
      <Checkbox label={t("named")} checked={named} onChange={setNamed} />
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        {t("create")}
      </Button>
      {link !== null && (
        <Notice tone="ok" role="status" title={t("createdTitle")}>
          {t("created")}
          <span className="mt-2 flex items-center gap-1">
            <Input
              readOnly
              value={link}
              aria-label={t("link")}
              onFocus={(event) => event.target.select()}
              className="font-mono text-xs"
            />
            <CopyButton text={link} label={t("copy")} />
          </span>
        </Notice>
      )}
    </form>
  );
}
