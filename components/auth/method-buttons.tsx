"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { providerAddress } from "./provider-address";

interface MethodButtonsProps {
  methods: readonly { id: string; name: string }[];
  /** Where to go afterwards. */
  callbackUrl: string;
}

/** A button for each provider. A form that leads to another site is forbidden by the page's policy, so the address is
 *  asked for first. */
export function MethodButtons({ methods, callbackUrl }: MethodButtonsProps) {
  const t = useTranslations("methods");
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  async function start(id: string): Promise<void> {
    setBusy(id);
    setFailed(false);
    try {
      window.location.assign(await providerAddress(id, callbackUrl));
    } catch {
      setFailed(true);
      setBusy(null);
    }
  }

  return (
    <div className="flex flex-col gap-2">
      {failed && (
        <Notice tone="danger" role="alert">
          {t("unreachable")}
        </Notice>
      )}
      {methods.map(({ id, name }) => (
        <Button key={id} type="button" size="lg" busy={busy === id} onClick={() => start(id)}>
          <span className="truncate">{t("signInWith", { name })}</span>
        </Button>
      ))}
    </div>
  );
}
