"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import type { FoundModel } from "./find-models";

interface DeploymentChoiceProps {
  row: CatalogueRow;
  /** Models that may answer under its name. */
  models: readonly FoundModel[];
  /** What was said before: `vendor/model`. */
  sameAs: string | null;
  busy: boolean;
  onSave: (sameAs: string | null) => void;
}

const ITSELF = "itself";

/** Says of which model a name that a customer gave is: it is then described and priced as that one. */
export function DeploymentChoice({ row, models, sameAs, busy, onSave }: DeploymentChoiceProps) {
  const t = useTranslations("models.deployment");
  const said = models.find(({ key }) => key.toLowerCase() === sameAs?.toLowerCase())?.key ?? null;
  const [chosen, setChosen] = useState<string | null>(said ?? suggested(row, models));
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(chosen);
      }}
    >
      <Field
        label={t("label")}
        hint={
          <>
            {row.deploys !== undefined && (
              <span className="block">{t("listed", { vendor: row.vendorName, model: row.deploys })}</span>
            )}
            {t("hint")}
          </>
        }
      >
        <Select
          value={chosen ?? ITSELF}
          onValueChange={(value) => setChosen(value === ITSELF ? null : value)}
          options={[
            { value: ITSELF, label: t("itself") },
            ...models.map(({ key, row: { vendorName, name, price } }) => ({
              value: key,
              label: t(price === null ? "optionUnpriced" : "option", { vendor: vendorName, name }),
            })),
          ]}
        />
      </Field>
      <Button type="submit" className="self-start" busy={busy} disabled={chosen === said}>
        {t("save")}
      </Button>
    </form>
  );
}

/** The model that the vendor says it is, the one with a price first. */
function suggested({ deploys }: CatalogueRow, models: readonly FoundModel[]): string | null {
  if (deploys === undefined) return null;
  const named = models.filter(({ row: { id } }) => id.toLowerCase() === deploys.toLowerCase());
  return (named.find(({ row: { price } }) => price !== null) ?? named[0])?.key ?? null;
}
