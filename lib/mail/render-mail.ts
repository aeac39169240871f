import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { escapeHtml } from "./escape-html";
import type { MailTemplate } from "./mail-content";
import type { RenderedMail } from "./rendered-mail";

interface MailParts {
  to: string;
  locale: Locale;
  /** Whose account it is about. */
  name: string;
  /** What the button opens; null: there is none. */
  link: string | null;
}

/** Writes a message in the person's language, plain and as HTML that needs nothing from anywhere. */
export function renderMail(template: MailTemplate, { to, locale, name, link }: MailParts): RenderedMail {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail" });
  const greeting = t("greeting", { name });
  const body = t(`${template}.body`);
  const button = t(`${template}.button`);
  const note = t(`${template}.note`);
  const text = [greeting, body, ...(link === null ? [] : [`${button}:\n${link}`]), note, "wye"].join("\n\n");
  const paragraphs = [
    paragraph(greeting),
    paragraph(body),
    ...(link === null ? [] : [linkButton(link, button), smallLink(link)]),
    `<p style="${STYLE.note}">${escapeHtml(note)}</p>`,
  ];
  const html = page(locale, t(`${template}.subject`), paragraphs.join("\n"));
  return { to, subject: t(`${template}.subject`), text, html };
}

/** Mail programs know no style sheets and no tokens. */
const STYLE = {
  body: "margin:0;padding:32px 16px;background:#f6f6f4;color:#1f2328;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Noto Sans SC',sans-serif",
  card: "max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #deddd8;border-radius:12px",
  mark: "margin:0 0 24px;font-weight:600",
  paragraph: "margin:0 0 16px",
  button:
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#1f2328;color:#ffffff;text-decoration:none;font-weight:600",
  small: "margin:0 0 16px;font-size:13px;color:#57606a;word-break:break-all",
  note: "margin:24px 0 0;padding-top:16px;border-top:1px solid #deddd8;font-size:13px;color:#57606a",
} as const;

const paragraph = (text: string) => `<p style="${STYLE.paragraph}">${escapeHtml(text)}</p>`;
const smallLink = (link: string) => `<p style="${STYLE.small}">${escapeHtml(link)}</p>`;
const linkButton = (link: string, label: string) =>
  `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="${STYLE.button}">${escapeHtml(label)}</a></p>`;

function page(locale: Locale, title: string, content: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="${STYLE.body}">
<div style="${STYLE.card}">
<p style="${STYLE.mark}">wye</p>
${content}
</div>
</body>
</html>
`;
}
