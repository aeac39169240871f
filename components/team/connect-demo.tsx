"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Connect } from "./connect-props";
import { ConnectResult } from "./connect-result";
import { useConnect } from "./use-connect";

interface ConnectDemoProps {
  connect: Connect;
  isConnected: boolean;
}

export function ConnectDemo({ connect, isConnected }: ConnectDemoProps) {
  const t = useTranslations("providers.connect");
  const { run, busy, connected, message } = useConnect(connect);
  return (
    <div className="flex flex-col gap-4 text-sm">
      <p className="text-pretty leading-relaxed">{t("demoBody")}</p>
      {isConnected || connected !== null ? (
        <Notice tone="ok" role="status">
          {t("demoConnected")}
        </Notice>
      ) : (
        <Button variant="primary" className="self-start" busy={busy} onClick={() => run({ vendor: "demo" })}>
          {t("demoUse")}
        </Button>
      )}
      <ConnectResult connected={null} failure={message} />
    </div>
  );
}
