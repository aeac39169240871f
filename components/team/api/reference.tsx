"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OperationView } from "@/lib/openai-api/reference/reference-view";
import { findOperations } from "./find-operations";
import { OperationSection } from "./operation-section";

interface ReferenceProps {
  operations: readonly OperationView[];
  baseUrl: string;
}

/** The reference of the API, to be read and searched. */
export function Reference({ operations, baseUrl }: ReferenceProps) {
  const t = useTranslations("api.reference");
  const [query, setQuery] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const found = findOperations(operations, query);
  useSlash(() => search.current?.focus());
  return (
    <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4 lg:sticky lg:top-4 lg:self-start">
        <search>
          <Field label={t("search")} hint={t("searchHint")}>
            <Input
              ref={search}
              type="search"
              value={query}
              autoComplete="off"
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape") setQuery("");
              }}
            />
          </Field>
        </search>
        <nav aria-label={t("contents")} className="flex flex-col">
          {found.map(({ id, method, path }) => (
            <a
              key={id}
              href={`#${id}`}
              className="flex gap-2 rounded-md px-2 py-1 font-mono text-xs hover:bg-surface-hover pointer-coarse:py-3"
            >
              <span className="w-8 shrink-0 text-muted">{method}</span>
              <span className="break-all">{path}</span>
            </a>
          ))}
        </nav>
      </div>
      <div className="flex min-w-0 flex-col gap-12">
        {found.map((operation) => (
          <OperationSection key={operation.id} {...{ operation, baseUrl }} query={query.trim()} />
        ))}
        {found.length === 0 && (
          <EmptyState
            icon={<SearchX />}
            title={t("none", { query: query.trim() })}
            action={<Button onClick={() => setQuery("")}>{t("all")}</Button>}
          >
            {t("noneBody")}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

/** `/` anywhere but in a field. */
function useSlash(focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
