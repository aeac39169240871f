"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { CopyButton } from "@/components/ui/copy-button";
import type { ProgramCall } from "@/lib/format/program-request";
import { toCurl } from "@/lib/format/to-curl";
import { toPython } from "@/lib/format/to-python";
import { toTypeScript } from "@/lib/format/to-typescript";

const WRITERS = { curl: toCurl, typescript: toTypeScript, python: toPython } as const;
type Language = keyof typeof WRITERS;

interface SampleProps {
  /** By which it is told from the other samples of the page. */
  name: string;
  call: ProgramCall;
  /** The packages ask for chat completions alone. */
  languages?: readonly Language[];
}

export const ALL_LANGUAGES: readonly Language[] = ["curl", "typescript", "python"];

/** A request as programs write it. */
export function Sample({ name, call, languages = ["curl"] }: SampleProps) {
  const t = useTranslations("api.sample");
  const [language, setLanguage] = useState<Language>("curl");
  const shown = languages.includes(language) ? language : "curl";
  const text = WRITERS[shown](call);
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-surface-sunken">
      <figcaption className="flex items-center gap-1 border-line border-b py-1 pr-1 pl-2">
        <fieldset className="flex min-w-0 flex-1 gap-1">
          <legend className="sr-only">{t("label")}</legend>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              onClick={() => setLanguage(one)}
              className={cn(
                "h-7 rounded-md px-2 font-medium text-xs pointer-coarse:h-11",
                one === shown ? "bg-surface-hover text-ink" : "text-muted hover:text-ink",
              )}
            >
              {t(one)}
            </button>
          ))}
        </fieldset>
        <CopyButton text={text} label={t("copy")} />
      </figcaption>
      <section
        aria-label={`${t(shown)}: ${name}`}
        className="max-h-96 overflow-auto p-3 font-mono text-xs leading-relaxed"
        {...SCROLLABLE}
      >
        <pre data-sample={shown}>{text}</pre>
      </section>
    </figure>
  );
}

/** A region that scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };
