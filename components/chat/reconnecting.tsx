"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { tryNow } from "@/components/ui/on-wake";
import { useOnline } from "./use-online";

/** The answer goes on where it is written, and cannot be seen from here. */
export function Reconnecting() {
  const t = useTranslations("chat.reconnecting");
  const online = useOnline();
  return (
    <Notice
      role="status"
      className="mt-6 animate-fade"
      title={t(online ? "awayTitle" : "offlineTitle")}
      action={
        <Button size="sm" onClick={tryNow}>
          {t("tryNow")}
        </Button>
      }
    >
      {t(online ? "awayBody" : "offlineBody")}
    </Notice>
  );
}
