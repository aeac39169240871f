import { useFormatter, useTranslations } from "next-intl";
import { ModeDot } from "@/components/chat/mode-dot";
import type { DecidedBy } from "@/lib/router/decision";
import type { DecisionReport } from "@/lib/routing/decision-report";

const DECIDED_BY = ["classifier", "conversation", "default", "rule"] as const satisfies readonly DecidedBy[];

/** How Auto divided its questions, and who decided. */
export function ShareBar({ auto }: { auto: DecisionReport["auto"] }) {
  const t = useTranslations("router.report");
  const tMode = useTranslations("router.mode");
  const format = useFormatter();
  const percent = (part: number) =>
    format.number(part / auto.questions, { style: "percent", maximumFractionDigits: 1 });
  return (
    <div className="flex flex-col gap-4">
      <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-full">
        {auto.modes
          .filter(({ questions }) => questions > 0)
          .map(({ mode, questions }) => (
            <span
              key={mode}
              className={mode === "knowledge" ? "bg-knowledge" : "bg-reasoning"}
              style={{ width: `${(100 * questions) / auto.questions}%` }}
            />
          ))}
      </div>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {auto.modes.map(({ mode, questions, good, bad }) => (
          <div key={mode} className="flex flex-col">
            <dt className="flex items-center gap-2 text-sm">
              <ModeDot mode={mode} />
              {tMode(mode)}
            </dt>
            <dd className="font-semibold text-lg tabular-nums">{percent(questions)}</dd>
            <dd className="text-muted text-xs">{t("modeNote", { questions, good, bad })}</dd>
          </div>
        ))}
      </dl>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-muted text-sm">
        {DECIDED_BY.filter((by) => auto.decidedBy[by]).map((by) => (
          <li key={by}>
            {t(`decidedBy.${by}`)}{" "}
            <span className="tabular-nums">{format.number(auto.decidedBy[by] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
