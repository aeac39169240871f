import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { layOutMail } from "./lay-out-mail";
import type { AccountTemplate } from "./mail-content";
import type { RenderedMail } from "./rendered-mail";

interface MailParts {
  to: string;
  locale: Locale;
  /** Whose account it is about. */
  name: string;
  /** What the button opens; null: there is none. */
  link: string | null;
}

/** Writes a message about an account in the person's language. */
export function renderMail(template: AccountTemplate, { to, locale, name, link }: MailParts): RenderedMail {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail" });
  return layOutMail({
    ...{ to, locale },
    subject: t(`${template}.subject`),
    paragraphs: [t("greeting", { name }), t(`${template}.body`)],
    button: link === null ? null : { link, label: t(`${template}.button`) },
    note: t(`${template}.note`),
  });
}
