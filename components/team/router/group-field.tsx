"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { RoutingView } from "@/lib/routing/routing-view";

interface GroupFieldProps {
  groupId: string | null;
  groups: RoutingView["groups"];
  error: string | null;
  onChange: (groupId: string | null) => void;
}

const ANYBODY = "anybody";

/** Whose questions a rule is for. One that was deleted stays named as gone until another is chosen. */
export function GroupField({ groupId, groups, error, onChange }: GroupFieldProps) {
  const t = useTranslations("router.rules");
  const isGone = groupId !== null && groups.every(({ id }) => id !== groupId);
  return (
    <Field label={t("group")} hint={t("groupHint")} error={error} className="max-w-sm">
      <Select
        value={groupId ?? ANYBODY}
        onValueChange={(value) => onChange(value === ANYBODY ? null : value)}
        options={[
          { value: ANYBODY, label: t("anybody") },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ...(isGone ? [{ value: groupId, label: t("groupGone") }] : []),
        ]}
      />
    </Field>
  );
}
