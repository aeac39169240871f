import type { Locale } from "@/lib/i18n/locale";
import { escapeHtml } from "./escape-html";
import type { RenderedMail } from "./rendered-mail";

interface MailText {
  to: string;
  locale: Locale;
  subject: string;
  paragraphs: readonly string[];
  /** What opens, and what the button says; null: there is none. */
  button: { link: string; label: string } | null;
  note: string;
}

/** One text as a message in both of its forms, plain and as HTML that needs nothing from anywhere. */
export function layOutMail({ to, locale, subject, paragraphs, button, note }: MailText): RenderedMail {
  const plainButton = button === null ? [] : [`${button.label}:\n${button.link}`];
  const text = [...paragraphs, ...plainButton, note, "wye"].join("\n\n");
  const content = [
    ...paragraphs.map(paragraph),
    ...(button === null ? [] : [linkButton(button.link, button.label), smallLink(button.link)]),
    `<p style="${STYLE.note}">${escapeHtml(note)}</p>`,
  ];
  return { to, subject, text, html: page(locale, subject, content.join("\n")) };
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
