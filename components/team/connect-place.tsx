"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ScopeChoice } from "./models/scope-choice";
import type { ConnectPlace } from "./use-connect-place";

/** For whom a vendor is connected, where a person may connect it for all. */
export function ConnectScope({ place, isServerAdmin }: { place: ConnectPlace; isServerAdmin: boolean }) {
  return isServerAdmin && <ScopeChoice scope={place.scope} onChange={place.setScope} />;
}

/** What a connection is called, which its models' names begin with. */
export function ConnectName({ place, isRefused }: { place: ConnectPlace; isRefused: boolean }) {
  const t = useTranslations("providers.connect");
  const common = useTranslations("common");
  return (
    <Field
      label={t("name")}
      aside={common("optional")}
      hint={t("nameHint", { example: `${place.called}/…` })}
      error={isRefused ? t("nameInvalid") : null}
    >
      <Input
        autoComplete="off"
        maxLength={63}
        value={place.name}
        onChange={(event) => place.setName(event.target.value)}
      />
    </Field>
  );
}

/** Said before it happens: a connection takes the place of one of the same name, with all its keys. */
export function ReplacesNotice({ place }: { place: ConnectPlace }) {
  const t = useTranslations("providers.connect");
  return (
    place.isTaken && (
      <Notice tone="warn" title={t("takenTitle", { name: place.called })} role="status">
        {t("takenBody")}
      </Notice>
    )
  );
}
