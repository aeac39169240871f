import Link from "next/link";

interface PageTabsProps<Name extends string> {
  label: string;
  pages: readonly { name: Name; href: string; title: string }[];
  current: Name;
}

/** Leads to the neighbouring pages of one subject. */
export function PageTabs<Name extends string>({ label, pages, current }: PageTabsProps<Name>) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
      {pages.map(({ name, href, title }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === current ? "page" : undefined}
          className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 px-3 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
