import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { OwnAccess, OwnRule } from "@/lib/policy/get-own-access";
import { CHOSEN_MODES } from "@/lib/router/choice";
import { Section } from "../router/section";

/** More than this is a list that nobody reads. */
const MOST_NAMED = 40;

/** What is open to the person who looks, by which rules, and who can change it. */
export function OwnAccessView({ rules, modes, models, ask }: OwnAccess) {
  const t = useTranslations("policy.access");
  const format = useFormatter();
  if (rules.length === 0) return <EmptyState title={t("own.none")}>{t("own.noneHint")}</EmptyState>;
  const closed = models.closed.slice(0, MOST_NAMED);
  const more = models.closed.length - closed.length;
  return (
    <>
      <Section title={t("own.left")}>
        <dl className="flex flex-col gap-3 rounded-xl border border-line p-4 text-sm">
          <Line term={t("own.modes")}>
            <ul className="flex flex-wrap gap-1.5">
              {modes.map(({ mode, open }) => (
                <li key={mode}>
                  <Badge tone={open ? "ok" : "neutral"}>
                    {t(open ? "own.openMode" : "own.closedMode", { mode: t(`modes.${mode}`) })}
                  </Badge>
                </li>
              ))}
            </ul>
          </Line>
          <Line term={t("models")}>{t("own.openModels", { open: models.open })}</Line>
          {closed.length > 0 && (
            <Line term={t("own.closedModels")}>
              <Patterns patterns={closed} />
              {more > 0 && t("own.more", { count: more })}
            </Line>
          )}
          <Line term={t("own.askWho")}>{t("own.ask", { count: ask.length, names: format.list(ask) })}</Line>
        </dl>
      </Section>
      <Section title={t("own.rules")} hint={t("own.together")}>
        <ul className="flex flex-col gap-3">
          {rules.map((rule) => (
            <li key={rule.id} className="rounded-xl border border-line p-4">
              <Rule rule={rule} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Rule({ rule: { who, allow, deny, modes } }: { rule: OwnRule }) {
  const t = useTranslations("policy.access");
  const format = useFormatter();
  const of = (wish: "allow" | "deny") =>
    CHOSEN_MODES.filter((mode) => modes[mode] === wish).map((mode) => t(`modes.${mode}`));
  const [open, closed] = [of("allow"), of("deny")];
  return (
    <>
      <h3 className="mb-2 font-medium text-sm">
        {who.kind === "everyone"
          ? t("everyone")
          : who.kind === "role"
            ? t(`roles.${who.role}`)
            : t("group", { name: who.name })}
      </h3>
      <dl className="flex flex-col gap-2 text-sm">
        {allow !== null && (
          <Line term={t("own.only")}>
            <Patterns patterns={allow} />
          </Line>
        )}
        {deny.length > 0 && (
          <Line term={t("deny")}>
            <Patterns patterns={deny} />
          </Line>
        )}
        {open.length > 0 && <Line term={t("own.onlyModes")}>{format.list(open)}</Line>}
        {closed.length > 0 && <Line term={t("own.closedModes")}>{format.list(closed)}</Line>}
      </dl>
    </>
  );
}

function Patterns({ patterns }: { patterns: readonly string[] }) {
  const t = useTranslations("policy.access.own");
  if (patterns.length === 0) return t("nothing");
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {patterns.map((pattern) => (
        <li key={pattern} className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {pattern}
        </li>
      ))}
    </ul>
  );
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[10rem_1fr]">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 text-pretty">{children}</dd>
    </div>
  );
}
