"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button";
import { toast } from "./toast";

interface CopyButtonProps {
  /** Read when clicked, so that a long text need not be a prop. */
  text: string | (() => string);
  label?: string;
  className?: string;
}

const SHOW_DONE_MS = 1600;

export function CopyButton({ text, label, className }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOW_DONE_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setCopied(true);
    } catch {
      toast.error(t("copyFailed"));
    }
  }

  return (
    <IconButton
      label={copied ? t("copied") : (label ?? t("copy"))}
      onClick={() => void copy()}
      {...(className && { className })}
    >
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
}
