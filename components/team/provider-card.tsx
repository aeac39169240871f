"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { KeyActs } from "./key-acts";
import type { ListedProvider } from "./listed-provider";
import { ProviderKeys } from "./provider-keys";

interface ProviderCardProps {
  provider: ListedProvider;
  onTest: () => Promise<void>;
  onRemove: () => Promise<void>;
  keyActs: KeyActs;
}

export function ProviderCard({ provider, onTest, onRemove, keyActs }: ProviderCardProps) {
  const t = useTranslations("providers");
  const [testing, startTest] = useTransition();
  const [removing, startRemove] = useTransition();
  const { name, vendorName, problem, testedWhen, editable, source, pausedKeys } = provider;
  const isEnvironment = source === "environment";
  return (
    <article className="flex flex-col gap-3 rounded-xl border border-line bg-surface-raised p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="flex flex-wrap items-center gap-2 font-medium">
            {vendorName}
            {name !== provider.vendor && <code className="font-mono text-muted text-sm">{name}</code>}
            <Badge tone={problem === null ? "ok" : "danger"}>
              {problem === null ? t("works") : t("failed")}
            </Badge>
            {pausedKeys > 0 && <Badge tone="warn">{t("keys.somePaused", { count: pausedKeys })}</Badge>}
          </h2>
          <Facts provider={provider} />
        </div>
        {editable && (
          <div className="flex gap-2">
            <Button
              size="sm"
              busy={testing}
              onClick={() => startTest(onTest)}
              aria-label={`${t("test")}: ${name}`}
            >
              {t("test")}
            </Button>
            {!isEnvironment && (
              <Button
                size="sm"
                variant="ghost"
                busy={removing}
                onClick={() => startRemove(onRemove)}
                aria-label={`${t("remove")}: ${name}`}
              >
                {t("remove")}
              </Button>
            )}
          </div>
        )}
      </div>
      {problem !== null && (
        <Notice tone="danger">
          {problem}
          {testedWhen !== null && <span className="text-muted"> ({t("tested", { when: testedWhen })})</span>}
        </Notice>
      )}
      {provider.shadowed && <p className="text-muted text-sm">{t("shadowed")}</p>}
      {isEnvironment && <p className="text-muted text-sm">{t("sourceEnvironmentHint")}</p>}
      <Models provider={provider} />
      <Unpriced provider={provider} />
      <ProviderKeys provider={provider} acts={keyActs} />
    </article>
  );
}

function Facts({ provider }: { provider: ListedProvider }) {
  const t = useTranslations("providers");
  const { scope, source, baseUrl, testedWhen, problem } = provider;
  const facts = [
    t(`scope.${scope}`),
    ...(source === "environment" ? [t("source.environment")] : []),
    ...(testedWhen !== null && problem === null ? [t("tested", { when: testedWhen })] : []),
  ];
  return (
    <div className="text-muted text-sm">
      <p>{facts.join(" · ")}</p>
      {baseUrl !== null && <p className="break-all font-mono text-xs">{baseUrl}</p>}
    </div>
  );
}

/** Leads to those of its models that cost nobody knows what. */
function Unpriced({ provider: { vendor, unpriced } }: { provider: ListedProvider }) {
  const t = useTranslations("providers");
  if (unpriced === 0) return null;
  const address = new URLSearchParams({ vendor, connection: "connected", price: "unpriced" });
  return (
    <Link
      href={`/models?${address}`}
      className="inline-flex min-h-6 w-fit items-center gap-1.5 text-sm text-warn underline underline-offset-4"
    >
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      {t("unpriced", { count: unpriced })}
    </Link>
  );
}

function Models({ provider: { name, models } }: { provider: ListedProvider }) {
  const t = useTranslations("providers");
  if (models.length === 0) return <p className="text-muted text-sm">{t("unlisted", { name })}</p>;
  return (
    <details className="text-sm">
      <summary className="w-fit text-muted hover:text-ink">{t("models", { count: models.length })}</summary>
      <ul className="mt-2 grid max-h-64 gap-x-4 gap-y-0.5 overflow-y-auto font-mono text-xs sm:grid-cols-2">
        {models.map(({ id }) => (
          <li key={id} className="break-all py-0.5">
            {name}/{id}
          </li>
        ))}
      </ul>
    </details>
  );
}
