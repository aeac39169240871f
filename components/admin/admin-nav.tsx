import Link from "next/link";
import { useTranslations } from "next-intl";

const PAGES = [
  ["teams", "/admin"],
  ["people", "/admin/people"],
  ["settings", "/admin/settings"],
  ["health", "/admin/health"],
] as const;

export type AdminPageName = (typeof PAGES)[number][0];

/** The pages about the installation, one question each. */
export function AdminNav({ current }: { current: AdminPageName }) {
  const t = useTranslations("admin.nav");
  return (
    <nav aria-label={t("label")} className="flex gap-1 overflow-x-auto border-line border-b">
      {PAGES.map(([name, href]) => (
        <Link
          key={name}
          href={href}
          aria-current={name === current ? "page" : undefined}
          className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 px-3 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
