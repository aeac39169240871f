"use client";

import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AuditQuery } from "@/lib/audit/audit-query";

interface AuditFiltersProps {
  /** Of the page. */
  path: string;
  query: AuditQuery;
  actions: readonly { value: string; label: string }[];
  /** What stands for no action in particular. */
  anyAction: string;
  /** Whether anything is looked for. */
  filtered: boolean;
}

/** What is looked for, in the page's address. */
export function AuditFilters({ path, query, actions, anyAction, filtered }: AuditFiltersProps) {
  const t = useTranslations("audit.filter");
  return (
    <search>
      <Form
        action={path}
        aria-label={t("label")}
        className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_9.5rem_9.5rem_auto]"
      >
        <Field label={t("action")} className="col-span-2 lg:col-span-1">
          <Select
            name="action"
            defaultValue={query.action ?? anyAction}
            options={[{ value: anyAction, label: t("anyAction") }, ...actions]}
          />
        </Field>
        <Field label={t("person")}>
          <Input name="person" defaultValue={query.person} placeholder={t("personHint")} autoComplete="off" />
        </Field>
        <Field label={t("target")}>
          <Input name="target" defaultValue={query.target} placeholder={t("targetHint")} autoComplete="off" />
        </Field>
        <Field label={t("from")}>
          <Input name="from" type="date" defaultValue={query.from} />
        </Field>
        <Field label={t("to")}>
          <Input name="to" type="date" defaultValue={query.to} />
        </Field>
        <div className="col-span-2 flex gap-2 lg:col-span-1">
          <Button type="submit">{t("search")}</Button>
          {filtered && (
            <Button asChild variant="ghost">
              <Link href={path}>{t("clear")}</Link>
            </Button>
          )}
        </div>
      </Form>
    </search>
  );
}
