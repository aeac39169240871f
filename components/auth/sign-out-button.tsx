"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

export function SignOutButton({ signOut }: { signOut: () => Promise<unknown> }) {
  const t = useTranslations("common");
  const [busy, start] = useTransition();
  return (
    <Button
      size="lg"
      busy={busy}
      onClick={() =>
        start(async () => {
          await signOut();
        })
      }
    >
      {t("signOut")}
    </Button>
  );
}
