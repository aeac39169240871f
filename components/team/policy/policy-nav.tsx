import Link from "next/link";
import { useTranslations } from "next-intl";

const PAGES = [
  ["settings", "/team"],
  ["retention", "/team/retention"],
  ["access", "/team/access"],
  ["data", "/team/data"],
] as const;

interface PolicyNavProps {
  current: (typeof PAGES)[number][0];
  /** Who may not change the rules of access has no page of them: the picker says what is closed to them. */
  mayWrite: boolean;
}

/** The pages about what a team lays down, one question each. */
export function PolicyNav({ current, mayWrite }: PolicyNavProps) {
  const t = useTranslations("policy.nav");
  return (
    <nav aria-label={t("label")} className="flex gap-1 overflow-x-auto border-line border-b">
      {PAGES.filter(([name]) => mayWrite || name !== "access").map(([name, href]) => (
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
