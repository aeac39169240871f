"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { ErrorData } from "@/lib/errors";
import type { GroupName } from "@/lib/groups/list-group-names";
import type { ActionResult } from "@/lib/http/action";
import { toLocale } from "@/lib/i18n/locale";
import type { InviteInput } from "@/lib/invitations/invite-input";
import { ROLES } from "@/lib/permissions/roles";
import { useAnswered } from "../use-answered";
import { LinkOnce } from "./link-once";
import { MailLanguage } from "./mail-language";

const NO_GROUP = "none";
const DAYS = [1, 7, 30, 90];
const MOST_USES = 10_000;
const INVITED = ROLES.filter((role) => role !== "owner");

interface InviteFormProps {
  groups: readonly GroupName[];
  /** Whether a link can be made that lets in whoever has it. */
  links: boolean;
  /** Whether one for an address is mailed to it. */
  mails: boolean;
  invite: (input: InviteInput) => Promise<ActionResult<Made>>;
}

interface Made {
  link: string;
  isMailed: boolean;
}

interface State {
  made: Made | null;
  error: (ErrorData & { message: string }) | null;
}

/** Makes a link, mails it where mail is sent, and shows it once. */
export function InviteForm({ groups, links, mails, invite }: InviteFormProps) {
  const t = useTranslations("people.invitations");
  const roles = useTranslations("people.roles");
  const hints = useTranslations("people.roleHints");
  const answered = useAnswered();
  const [kind, setKind] = useState<"link" | "email">(links ? "link" : "email");
  const [role, setRole] = useState<(typeof INVITED)[number]>("member");
  const [groupId, setGroupId] = useState(NO_GROUP);
  const [days, setDays] = useState("7");
  const [email, setEmail] = useState("");
  const [uses, setUses] = useState("1");
  const [locale, setLocale] = useState(toLocale(useLocale()));
  const isMail = mails && kind === "email";
  const [{ made, error }, submit, busy] = useActionState(
    async (_before: State): Promise<State> => {
      const result = await answered(
        invite({
          ...{ role, groupId: groupId === NO_GROUP ? null : groupId, days: Number(days) },
          ...(kind === "email" ? { email, locale } : { maxUses: Number(uses) }),
        }),
      );
      return result.ok ? { made: result.value, error: null } : { made: null, error: result.error };
    },
    { made: null, error: null },
  );
  const wrong = error?.code === "invalid_input" ? error.params.field : null;
  return (
    <section
      aria-labelledby="new-invitation"
      className="flex flex-col gap-4 rounded-xl border border-line p-4"
    >
      <h2 id="new-invitation" className="font-semibold">
        {t("new")}
      </h2>
      <form action={submit} className="flex flex-col gap-4">
        {error !== null && wrong !== "email" && wrong !== "maxUses" && (
          <Notice tone="danger" role="alert">
            {error.message}
          </Notice>
        )}
        {links && (
          <ChoiceGroup
            label={t("kind")}
            options={[
              { value: "link", label: t("kindLink") },
              { value: "email", label: t("kindEmail") },
            ]}
            value={kind}
            onChange={setKind}
            className="max-w-lg"
          />
        )}
        <div className={cn("grid gap-4 sm:grid-cols-2", isMail ? "lg:grid-cols-3" : "lg:grid-cols-4")}>
          {kind === "email" ? (
            <Field
              label={t("email")}
              hint={t(mails ? "emailHintMail" : "emailHint")}
              error={wrong === "email" ? t("emailInvalid") : null}
            >
              <Input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
            </Field>
          ) : (
            <Field label={t("uses")} error={wrong === "maxUses" ? t("usesInvalid") : null}>
              <Input
                type="number"
                inputMode="numeric"
                required
                min={1}
                max={MOST_USES}
                value={uses}
                onChange={(event) => setUses(event.target.value)}
              />
            </Field>
          )}
          <Field label={t("role")} hint={hints(role)}>
            <Select
              value={role}
              onValueChange={(value) => setRole(INVITED.find((one) => one === value) ?? "member")}
              options={INVITED.map((one) => ({ value: one, label: roles(one) }))}
            />
          </Field>
          <Field label={t("group")}>
            <Select
              value={groupId}
              onValueChange={setGroupId}
              options={[
                { value: NO_GROUP, label: t("noGroup") },
                ...groups.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
          {isMail && <MailLanguage value={locale} onChange={setLocale} />}
          <Field label={t("days")}>
            <Select
              value={days}
              onValueChange={setDays}
              options={DAYS.map((count) => ({
                value: String(count),
                label: t("daysOption", { days: count }),
              }))}
            />
          </Field>
        </div>
        <Button type="submit" variant="primary" busy={busy} className="self-start">
          {t(isMail ? "submitMail" : "submit")}
        </Button>
      </form>
      {made !== null && <LinkOnce {...made} />}
    </section>
  );
}
