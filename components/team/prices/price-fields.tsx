"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Bucket } from "@/lib/pricing/buckets";
import type { DraftPrices, Problems } from "./price-draft";
import { unitsOf } from "./unit-price";

interface PriceFieldsProps {
  prices: DraftPrices;
  /** Of these fields in the problems: `prices`, `tiers.KEY.prices`. */
  path: string;
  problems: Problems;
  onChange: (prices: DraftPrices) => void;
}

const COMMON = ["input", "output", "cacheRead", "cacheWrite", "cacheWrite1h", "reasoning"] as const;
const RARE = [
  ...(["audioInput", "audioOutput", "audioCacheRead", "imageInput", "imageOutput"] as const),
  ...(["images", "webSearches", "requests"] as const),
];

/** A price for each kind of use. */
export function PriceFields(props: PriceFieldsProps) {
  const t = useTranslations("prices.form");
  // As it begins; afterwards it stays as the person leaves it.
  const [hasRare] = useState(() => RARE.some((bucket) => (props.prices[bucket] ?? "") !== ""));
  return (
    <div className="flex flex-col gap-3">
      <Fields {...props} buckets={COMMON} />
      <details className="text-sm" open={hasRare}>
        <summary className="w-fit text-muted hover:text-ink">{t("morePrices")}</summary>
        <div className="pt-3">
          <Fields {...props} buckets={RARE} />
        </div>
      </details>
    </div>
  );
}

function Fields({
  buckets,
  prices,
  path,
  problems,
  onChange,
}: PriceFieldsProps & { buckets: readonly Bucket[] }) {
  const t = useTranslations("prices.form");
  const tBucket = useTranslations("usage.bucket");
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
      {buckets.map((bucket) => {
        const problem = problems.get(`${path}.${bucket}`);
        const units = unitsOf(bucket);
        return (
          <Field
            key={bucket}
            label={tBucket(bucket)}
            error={problem && t(`problem.${problem}`)}
            {...(units === 1 && { aside: t("perPiece") })}
            {...(units === 1000 && { aside: t("perThousand") })}
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={prices[bucket] ?? ""}
              onChange={(event) => onChange({ ...prices, [bucket]: event.target.value })}
            />
          </Field>
        );
      })}
    </div>
  );
}
