import type { Locale } from "@/lib/i18n/locale";

/** Each language under its own name, whatever the interface speaks. */
export const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: "en", label: "English" },
  { value: "zh-CN", label: "简体中文" },
];
