"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Connected } from "./connect-props";

/** What came of a try: how many models, what else it changed, or what is wrong and what to do. */
export function ConnectResult({
  connected,
  failure,
}: {
  connected: Connected | null;
  failure: string | null;
}) {
  const t = useTranslations("providers.connect");
  if (failure !== null) {
    return (
      <Notice tone="danger" role="alert">
        {failure}
      </Notice>
    );
  }
  if (connected === null) return null;
  const { name, models: count, replaced, allowedHost } = connected;
  return (
    <Notice tone="ok" role="status">
      <p>{t("ok", { name, count })}</p>
      {replaced && <p>{t("replaced")}</p>}
      {allowedHost !== null && <p>{t("okHost", { host: allowedHost })}</p>}
    </Notice>
  );
}
