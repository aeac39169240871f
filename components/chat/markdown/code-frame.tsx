"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

interface CodeFrameProps {
  language: string;
  /** What is copied. */
  text: string;
  children: ReactNode;
}

/** A block of code with its language and a button that copies it. */
export function CodeFrame({ language, text, children }: CodeFrameProps) {
  const t = useTranslations("chat");
  return (
    <figure className="code-block" aria-label={language === "" ? t("code") : t("codeIn", { language })}>
      <figcaption>
        <span>{language}</span>
        <CopyButton text={text} label={t("copyCode")} className="-my-1" />
      </figcaption>
      <pre {...SCROLLABLE}>
        <code>{children}</code>
      </pre>
    </figure>
  );
}

/** What scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };
