"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { LANGUAGES } from "@/components/shell/languages";
import { setCookie } from "@/components/shell/set-cookie";
import { LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";

/** Each language under its own name, for who cannot read the one that is shown. */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  function choose(next: Locale): void {
    setCookie(LOCALE_COOKIE, next);
    router.refresh();
  }
  return (
    <fieldset className="flex items-center gap-1 text-sm">
      <legend className="sr-only">{t("language")}</legend>
      {LANGUAGES.map(({ value, label }, position) => (
        <Fragment key={value}>
          {position > 0 && (
            <span aria-hidden="true" className="text-line-strong">
              ·
            </span>
          )}
          <button
            type="button"
            lang={value}
            aria-pressed={value === locale}
            onClick={() => choose(value)}
            className="rounded-md px-2 py-1 text-muted hover:text-ink aria-pressed:text-ink pointer-coarse:min-h-11"
          >
            {label}
          </button>
        </Fragment>
      ))}
    </fieldset>
  );
}
