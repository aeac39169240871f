"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGES } from "@/components/shell/languages";
import { setCookie } from "@/components/shell/set-cookie";
import { useTheme } from "@/components/shell/use-theme";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";

/** Takes effect at once. */
export function LookForm() {
  const t = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useTheme();
  return (
    <div className="grid items-start gap-4 rounded-xl border border-line p-4 sm:grid-cols-2">
      <ChoiceGroup
        label={t("language")}
        options={LANGUAGES}
        value={locale}
        onChange={(next) => {
          setCookie(LOCALE_COOKIE, next);
          router.refresh();
        }}
      />
      <ChoiceGroup
        label={t("theme")}
        value={theme}
        onChange={setTheme}
        options={[
          { value: "system", label: t("themeSystem") },
          { value: "light", label: t("themeLight") },
          { value: "dark", label: t("themeDark") },
        ]}
      />
    </div>
  );
}
