"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ModeDot } from "@/components/chat/mode-dot";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import { MODES } from "@/lib/router/choice";
import type { RoutingView } from "@/lib/routing/routing-view";
import { Section } from "./section";
import type { SectionProps } from "./use-routing-editor";

const LEAST = 5;
const MOST = 95;
const STEPS = 10;

/** How Auto divides, and what it does where it cannot tell. */
export function AutoSection({ draft, change, calibrated }: SectionProps & Pick<RoutingView, "calibrated">) {
  const t = useTranslations("router.auto");
  const tMode = useTranslations("router.mode");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const own = draft.threshold !== null;
  const threshold = draft.threshold ?? calibrated.to;
  return (
    <Section title={t("title")} hint={t("hint")}>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <ChoiceGroup
          label={t("unsure")}
          hint={t("unsureHint")}
          value={draft.whenUnsure}
          onChange={(whenUnsure) => change({ whenUnsure })}
          options={MODES.map((mode) => ({
            value: mode,
            label: (
              <>
                <ModeDot mode={mode} />
                {tMode(mode)}
              </>
            ),
          }))}
        />
        <div className="flex flex-col gap-3">
          <ChoiceGroup
            label={t("threshold")}
            hint={
              <>
                {t("thresholdHint")}{" "}
                <Link
                  href="/router/report#recalibrate"
                  className="underline underline-offset-2 hover:text-ink"
                >
                  {t("recalibrate")}
                </Link>
              </>
            }
            value={own ? "own" : "calibrated"}
            onChange={(kind) =>
              change({ threshold: kind === "own" ? Math.round(calibrated.to * 100) / 100 : null })
            }
            options={[
              { value: "calibrated", label: t("calibrated", { share: percent(calibrated.to) }) },
              { value: "own", label: t("own") },
            ]}
          />
          {own && (
            <Field label={t("ownLabel")} aside={percent(threshold)}>
              <Slider
                min={LEAST}
                max={MOST}
                step={1}
                value={Math.round(threshold * 100)}
                valueText={percent(threshold)}
                onValueChange={(value) => change({ threshold: value / 100 })}
              />
            </Field>
          )}
        </div>
        <Field label={t("quality")} hint={t(`qualityHint.${hintOf(draft.quality)}`)}>
          <Slider
            min={0}
            max={STEPS}
            step={1}
            value={Math.round(draft.quality * STEPS)}
            valueText={t("qualityValue", { share: percent(draft.quality) })}
            onValueChange={(value) => change({ quality: value / STEPS })}
            ends={[t("cheapest"), t("best")]}
          />
        </Field>
      </div>
    </Section>
  );
}

function hintOf(quality: number): "order" | "cost" | "both" {
  if (quality === 1) return "order";
  return quality === 0 ? "cost" : "both";
}
