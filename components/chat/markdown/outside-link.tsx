"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tooltip } from "@/components/ui/tooltip";

/** An address that a model wrote: shown whole before it is followed, and told nothing about where from. */
export function OutsideLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const t = useTranslations("chat");
  const url = outsideUrl(href);
  if (url === null) return <span>{children}</span>;
  return (
    <Tooltip content={<span className="break-all">{url}</span>}>
      <a href={url} target="_blank" rel="noopener noreferrer nofollow">
        {children}
        <span className="sr-only"> {t("opensOutside")}</span>
      </a>
    </Tooltip>
  );
}

const PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** The address if a browser may be sent there, else null: no `javascript:`, no address within this site. */
export function outsideUrl(href: string | undefined): string | null {
  if (href === undefined || !URL.canParse(href)) return null;
  const url = new URL(href);
  return PROTOCOLS.has(url.protocol) ? url.href : null;
}
