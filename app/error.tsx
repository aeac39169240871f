"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common");
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t("errorTitle")} action={<Button onClick={reset}>{t("retry")}</Button>}>
        <p>{t("errorBody")}</p>
        {error.digest !== undefined && (
          <p className="mt-2 font-mono text-xs">{t("errorReference", { digest: error.digest })}</p>
        )}
      </ErrorState>
    </main>
  );
}
