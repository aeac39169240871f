import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Health } from "@/lib/admin/get-health";

const TONES = { ok: "ok", note: "neutral", wrong: "danger", unknown: "warn" } as const;

/** What was looked at, the faults first, each with what to do. */
export function HealthChecks({ checks }: { checks: Health["checks"] }) {
  const t = useTranslations("admin.health.checks");
  const states = useTranslations("admin.health.states");
  const order = ["wrong", "unknown", "note", "ok"];
  const sorted = checks.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {sorted.map((check) => (
        <li key={check.name} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
          <span className="flex w-44 shrink-0 items-center justify-between gap-2 font-medium">
            {t(`${check.name}.name`)}
            <Badge tone={TONES[check.state]}>{states(check.state)}</Badge>
          </span>
          <span className="min-w-0 flex-1 basis-60 text-pretty text-muted leading-relaxed">
            {check.state === "unknown"
              ? states("unknownBody")
              : t(`${check.name}.${check.finding}` as "clock.ok", check.values)}
          </span>
        </li>
      ))}
    </ul>
  );
}
