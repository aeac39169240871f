"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type StandIn, useStandIn } from "./stand-in";

const NAMES = { ask: "standInAsk", always: "standInAlways" } as const satisfies Record<StandIn, string>;
const VALUES: readonly StandIn[] = ["ask", "always"];

/** Whether another model may answer for one that was chosen by name; the person's, not the chat's. */
export function StandInField() {
  const t = useTranslations("chat.settings");
  const preference = useStandIn();
  if (preference === null) return null;
  return (
    <Field label={t("standIn")} hint={t("standInHint")}>
      <Select
        options={VALUES.map((value) => ({ value, label: t(NAMES[value]) }))}
        value={preference.value}
        onValueChange={(chosen) => preference.change(VALUES.find((value) => value === chosen) ?? "ask")}
      />
    </Field>
  );
}
