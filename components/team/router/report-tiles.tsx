import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DecisionReport } from "@/lib/routing/decision-report";

export function ReportTiles({ report: { questions, chosen, auto } }: { report: DecisionReport }) {
  const t = useTranslations("router.report");
  const format = useFormatter();
  const sum = (figure: "overridden" | "good" | "bad") =>
    auto.modes.reduce((all, mode) => all + mode[figure], 0);
  const share = (part: number, whole: number) =>
    whole === 0 ? "–" : format.number(part / whole, { style: "percent", maximumFractionDigits: 1 });
  const named = chosen.model + chosen.knowledge + chosen.reasoning;
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      <Tile
        label={t("tile.auto")}
        value={format.number(auto.questions)}
        note={t("tile.autoNote", { all: questions, named })}
      />
      <Tile
        label={t("tile.overridden")}
        value={share(sum("overridden"), auto.questions)}
        note={t("tile.overriddenNote", { count: sum("overridden") })}
      />
      <Tile
        label={t("tile.thumbs")}
        value={share(sum("good"), sum("good") + sum("bad"))}
        note={t("tile.thumbsNote", { good: sum("good"), bad: sum("bad") })}
      />
    </dl>
  );
}

function Tile({ label, value, note }: { label: ReactNode; value: ReactNode; note: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5 rounded-xl border border-line bg-surface-raised p-4">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="font-semibold text-xl tabular-nums">{value}</dd>
      <dd className="text-muted text-xs">{note}</dd>
    </div>
  );
}
