import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { PlayRun } from "./use-play";

/** What came of a request. */
export function PlayResult({ run }: { run: PlayRun }) {
  const t = useTranslations("api.playground");
  const { state, status, headers, answer, raw } = run;
  const { text, reasoning, tools, usage, cost, failure } = answer;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {status !== null && <Badge tone={status < 400 ? "ok" : "danger"}>{status}</Badge>}
        <span role="status" className="text-muted">
          {t(`states.${state}`)}
        </span>
      </div>
      {state === "unreachable" && (
        <Notice tone="danger" role="alert">
          {t("unreachable")}
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="danger" role="alert" title={failure.message}>
          <span className="font-mono text-xs">
            {[failure.code, failure.field].filter((part) => part !== null).join(" · ")}
          </span>
        </Notice>
      )}
      {reasoning !== "" && (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">{t("reasoning")}</summary>
          <p className="mt-2 whitespace-pre-wrap text-muted leading-relaxed [overflow-wrap:anywhere]">
            {reasoning}
          </p>
        </details>
      )}
      {text !== "" && (
        <p data-answer className="max-w-measure whitespace-pre-wrap leading-relaxed [overflow-wrap:anywhere]">
          {text}
        </p>
      )}
      {tools.map(({ name, input }, nth) => (
        // A stream only appends to them.
        // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are known by
        <p key={nth} className="font-mono text-sm [overflow-wrap:anywhere]">
          {t("toolCall", { name })} <span className="text-muted">{input}</span>
        </p>
      ))}
      {usage !== null && (
        <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <Figure name={t("input")}>{usage.input}</Figure>
          <Figure name={t("output")}>{usage.output}</Figure>
          <Figure name={t("cost")}>
            <Money amount={cost?.amount ?? null} currency={cost?.currency ?? null} />
          </Figure>
        </dl>
      )}
      {headers.length > 0 && (
        <details open className="text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">{t("headers")}</summary>
          <dl className="mt-2 grid grid-cols-1 gap-x-4 text-xs sm:grid-cols-[11rem_1fr]">
            {headers.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="font-mono text-muted leading-relaxed">{name}</dt>
                <dd className="pb-1 font-mono leading-relaxed [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {raw !== "" && (
        <details className="min-w-0 text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">{t("raw")}</summary>
          <section
            aria-label={t("raw")}
            className="mt-2 max-h-96 overflow-auto rounded-lg border border-line bg-surface-sunken p-3"
            {...SCROLLABLE}
          >
            <pre className="font-mono text-xs leading-relaxed">{raw}</pre>
          </section>
        </details>
      )}
    </div>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}

/** A region that scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };
