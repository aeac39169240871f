"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useConnectTarget } from "./connect-target";
import type { NamedVendor } from "./find-providers";

/** Vendors of which nothing is connected; each leads to the form, where it is then chosen. */
export function MissingVendors({ vendors }: { vendors: readonly NamedVendor[] }) {
  const t = useTranslations("providers.find");
  const { choose } = useConnectTarget();
  return (
    <section aria-labelledby="missing-vendors" className="flex flex-col gap-2.5">
      <h2 id="missing-vendors" className="font-medium">
        {t("missingTitle")}
      </h2>
      <ul className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
        {vendors.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => choose(id)}
              className="flex min-h-9 w-full items-center justify-between gap-2 rounded-lg border border-line px-3 py-1.5 text-left text-sm transition-colors duration-120 hover:bg-surface-hover pointer-coarse:min-h-11"
            >
              <span className="min-w-0">
                <span className="sr-only">{t("connect")} </span>
                {name}
              </span>
              <Plus aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
