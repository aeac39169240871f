"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { MethodInput, MethodKind } from "@/lib/sign-in/method-input";

interface Kind {
  kind: MethodKind;
  usualIssuer: string;
  isOidc: boolean;
  isOfManyTenants: boolean;
}

interface MethodFormProps {
  kinds: readonly Kind[];
  add: (input: MethodInput) => Promise<ActionResult<{ name: string }>>;
}

type Failure = ErrorData & { message: string };
interface State {
  entered: MethodInput | null;
  error: Failure | null;
  /** Counts what was added: the form begins anew with each. */
  added: number;
}

const PLACED = ["name", "issuer", "apiUrl", "clientId", "clientSecret", "domains", "tenants"] as const;

/** Lets people sign in at one more provider. Its secret is sent once and never comes back. */
export function MethodForm({ kinds, add }: MethodFormProps) {
  const t = useTranslations("admin.signIn.add");
  const kindName = useTranslations("admin.signIn.kind");
  const answered = useAnswered();
  const [kind, setKind] = useState<MethodKind>("oidc");
  const [{ entered, error, added }, submit, busy] = useActionState(
    async (before: State, form: FormData): Promise<State> => {
      const given = read(form, kind);
      const result = await answered(add(given));
      if (!result.ok) return { ...before, entered: given, error: result.error };
      toast.ok(t("added", { name: result.value.name }));
      return { entered: null, error: null, added: before.added + 1 };
    },
    { entered: null, error: null, added: 0 },
  );
  const chosen = kinds.find((known) => known.kind === kind);
  const field = PLACED.find((name) => name === error?.params.field?.toString().split(".")[0]);
  const wrong = (name: (typeof PLACED)[number]) => (field === name ? t(`wrong.${name}`) : null);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {/* Not in the form, which is emptied when its action ends, and a choice in it with it. */}
      <Field label={t("kind")} className="sm:w-1/2 sm:pr-2">
        <Select
          value={kind}
          onValueChange={(value) => setKind(kinds.find((known) => known.kind === value)?.kind ?? kind)}
          options={kinds.map(({ kind }) => ({ value: kind, label: kindName(kind) }))}
        />
      </Field>
      <form key={added} action={submit} className="flex flex-col gap-4">
        {error !== null && field === undefined && (
          <Notice tone="danger" role="alert">
            {error.message}
          </Notice>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t("name")} hint={t("nameHint")} error={wrong("name")}>
            <Input name="name" required maxLength={60} autoComplete="off" defaultValue={entered?.name} />
          </Field>
          <Field label={t("issuer")} hint={t(`issuerHint.${kind}`)} error={wrong("issuer")}>
            <Input
              key={kind}
              name="issuer"
              type="url"
              required
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              defaultValue={entered?.kind === kind ? entered.issuer : (chosen?.usualIssuer ?? "")}
            />
          </Field>
          {chosen?.isOidc === false && (
            <Field label={t("apiUrl")} aside={t("optional")} hint={t("apiUrlHint")} error={wrong("apiUrl")}>
              <Input
                name="apiUrl"
                type="url"
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                defaultValue={entered?.apiUrl ?? ""}
              />
            </Field>
          )}
          <Field label={t("clientId")} error={wrong("clientId")}>
            <Input
              name="clientId"
              required
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              defaultValue={entered?.clientId}
            />
          </Field>
          <Field label={t("clientSecret")} hint={t("clientSecretHint")} error={wrong("clientSecret")}>
            <PasswordInput name="clientSecret" required maxLength={2000} autoComplete="off" />
          </Field>
          {chosen?.isOfManyTenants === true && (
            <Field label={t("tenants")} hint={t("tenantsHint")} error={wrong("tenants")}>
              <Input
                name="tenants"
                required
                autoComplete="off"
                spellCheck={false}
                defaultValue={entered?.tenants?.join(", ")}
              />
            </Field>
          )}
          {kind !== "dingtalk" && (
            <Field label={t("domains")} hint={t("domainsHint")} error={wrong("domains")}>
              <Input
                name="domains"
                autoComplete="off"
                spellCheck={false}
                defaultValue={entered?.domains.join(", ")}
              />
            </Field>
          )}
        </div>
        <Button type="submit" variant="primary" busy={busy} className="self-start">
          {t("submit")}
        </Button>
      </form>
    </div>
  );
}

/** What was typed; names that stand in one line are set apart by commas or blanks. */
function read(form: FormData, kind: MethodKind): MethodInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const several = (name: string) =>
    text(name)
      .split(/[\s,，、]+/u)
      .filter((part) => part !== "");
  return {
    ...{ name: text("name"), kind, issuer: text("issuer"), apiUrl: text("apiUrl") || null },
    ...{ clientId: text("clientId"), clientSecret: String(form.get("clientSecret") ?? "") },
    ...{ domains: several("domains"), tenants: several("tenants"), groupsClaim: null, grants: [] },
  };
}
