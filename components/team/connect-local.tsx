"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { LocalServer } from "@/lib/providers/detect-local";
import type { Connect } from "./connect-props";
import { ConnectResult } from "./connect-result";
import { useConnect } from "./use-connect";

interface ConnectLocalProps {
  servers: readonly LocalServer[];
  vendorNames: Readonly<Record<string, string>>;
  connect: Connect;
  isServerAdmin: boolean;
}

/** Model servers that were found running beside Wye. */
export function ConnectLocal({ servers, vendorNames, connect, isServerAdmin }: ConnectLocalProps) {
  const t = useTranslations("providers.connect");
  const { run, busy, connected, message } = useConnect(connect);
  return (
    <div className="flex flex-col gap-4 text-sm">
      {servers.length === 0 && connected === null && (
        <p className="text-pretty text-muted leading-relaxed">
          {t("localNone")} {t("localElsewhere", { tab: t("tabAddress") })}
        </p>
      )}
      {servers.map(({ vendor, baseUrl, models }) => (
        <div key={vendor} className="flex flex-wrap items-center gap-3 rounded-lg border border-line p-3">
          <div className="min-w-0 flex-1">
            <p>{t("localFound", { name: vendorNames[vendor] ?? vendor, count: models.length })}</p>
            <p className="text-muted text-xs">{baseUrl}</p>
          </div>
          {isServerAdmin ? (
            <Button variant="primary" busy={busy} onClick={() => run({ vendor })}>
              {t("localUse")}
            </Button>
          ) : (
            <p className="text-muted">{t("localAdminOnly")}</p>
          )}
        </div>
      ))}
      {isServerAdmin && servers.length > 0 && <p className="text-muted">{t("localAllows")}</p>}
      <ConnectResult connected={connected} failure={message} />
    </div>
  );
}
