"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ModeDot } from "@/components/chat/mode-dot";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { DEMO_CURRENCY } from "@/lib/money/pico";
import { MODES } from "@/lib/router/choice";
import type { Answerer, DryRun } from "@/lib/routing/dry-run";
import { EstimatedMoney } from "./estimated-money";
import type { Trial } from "./use-trial";

const MOST_SHOWN = 12;

/** What a policy would have made of past questions. */
export function DryRunView({ trial: { run, answering } }: { trial: Trial }) {
  const t = useTranslations("router.dryRun");
  const tMode = useTranslations("router.mode");
  const format = useFormatter();
  const changed = run.changes.reduce((sum, { questions }) => sum + questions, 0);
  const refused = run.changes.reduce((sum, { to, questions }) => sum + (to === null ? questions : 0), 0);
  const looked = run.questions - run.gone;
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface-raised p-4"
    >
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold">{looked === 0 ? t("nothing") : t("changed", { changed, looked })}</h2>
        <p className="text-muted text-sm">
          {looked > 0 && run.since !== null
            ? t("since", { day: format.dateTime(new Date(run.since), { dateStyle: "medium" }) })
            : t("nothingHint")}{" "}
          {run.gone > 0 && t("gone", { count: run.gone })}
        </p>
      </div>
      {refused > 0 && (
        <Notice tone="danger" role="alert">
          {t("refused", { count: refused })}
        </Notice>
      )}
      {MODES.filter((mode) => answering[mode] === null).map((mode) => (
        <Notice key={mode} tone="warn">
          {t("nobody", { mode: tMode(mode) })}
        </Notice>
      ))}
      {run.changes.length > 0 && <Changes run={run} />}
      {run.compared > 0 && <Costs run={run} />}
    </section>
  );
}

function Changes({ run: { changes } }: { run: DryRun }) {
  const t = useTranslations("router.dryRun");
  const hidden = changes.slice(MOST_SHOWN).reduce((sum, { questions }) => sum + questions, 0);
  return (
    <>
      <Table label={t("changesLabel")}>
        <TableHeader>
          <tr>
            <TableHead>{t("from")}</TableHead>
            <TableHead>{t("to")}</TableHead>
            <TableHead numeric>{t("questions")}</TableHead>
          </tr>
        </TableHeader>
        <TableBody>
          {changes.slice(0, MOST_SHOWN).map(({ from, to, questions }) => (
            <TableRow key={JSON.stringify([from, to])}>
              <TableCell>
                <Who answerer={from} />
              </TableCell>
              <TableCell>
                {to === null ? <span className="text-danger">{t("noOne")}</span> : <Who answerer={to} />}
              </TableCell>
              <TableCell numeric>{questions}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 && <p className="text-muted text-xs">{t("more", { count: hidden })}</p>}
    </>
  );
}

function Who({ answerer: { model, mode } }: { answerer: Answerer }) {
  const t = useTranslations("router.mode");
  return (
    <span className="flex items-baseline gap-1.5">
      <ModeDot mode={mode} className="translate-y-[-1px]" />
      <span className="min-w-0">
        <span className="[overflow-wrap:anywhere]">{model}</span>{" "}
        <span className="whitespace-nowrap text-muted text-xs">{t(mode ?? "none")}</span>
      </span>
    </span>
  );
}

function Costs({ run: { actual, wouldBe, compared, estimated } }: { run: DryRun }) {
  const t = useTranslations("router.dryRun");
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-4">
        <div className="flex flex-col gap-0.5">
          <dt className="text-muted text-sm">{t("actual")}</dt>
          {actual.map(({ currency, amount }) => (
            <dd key={currency} className="font-semibold text-lg">
              <Money amount={amount} currency={currency} demo={currency === DEMO_CURRENCY} />
            </dd>
          ))}
        </div>
        <div className="flex flex-col gap-0.5">
          <dt className="text-muted text-sm">{t("wouldBe")}</dt>
          {wouldBe.map(({ currency, amount }) => (
            <dd key={currency} className="font-semibold text-lg">
              {estimated > 0 ? (
                <EstimatedMoney amount={amount} currency={currency} />
              ) : (
                <Money amount={amount} currency={currency} demo={currency === DEMO_CURRENCY} />
              )}
            </dd>
          ))}
        </div>
      </dl>
      <p className="text-muted text-xs">{t("compared", { compared, estimated })}</p>
    </div>
  );
}
