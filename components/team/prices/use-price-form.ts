"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { PricePreview } from "@/lib/prices/preview-price";
import type { PriceInput, PriceTerms } from "@/lib/prices/price-input";
import { EMPTY_DRAFT, fromDraft, type PriceDraft, type Problems, toDraft } from "./price-draft";

export type SentPrice = Omit<PriceInput, "validFrom" | "validTo"> & { validFrom?: string; validTo?: string };

export interface PriceFormProps {
  /** Whether the person may set prices for all teams. */
  mayAll: boolean;
  vendor: string | null;
  model: string;
  /** The day from which it holds, or empty. */
  from: string;
  credentialId: string | null;
  /** Where the form begins. */
  terms: PriceTerms | null;
  preview: (input: SentPrice) => Promise<ActionResult<PricePreview>>;
  save: (input: SentPrice) => Promise<ActionResult<{ id: string }>>;
}

export interface PriceFacts {
  scope: "team" | "instance";
  vendor: string;
  model: string;
  from: string;
  to: string;
  note: string;
}

const NO_PROBLEMS: Problems = new Map();

/** A price on its way: typed, looked at on real calls, saved. What is changed has to be looked at again. */
export function usePriceForm(props: PriceFormProps) {
  const t = useTranslations("prices.form");
  const router = useRouter();
  const [facts, setFacts] = useState<PriceFacts>({
    ...{
      scope: "team",
      vendor: props.vendor ?? "openai",
      model: props.model,
      from: props.from,
      to: "",
      note: "",
    },
  });
  const [draft, setDraft] = useState<PriceDraft>(() => (props.terms ? toDraft(props.terms) : EMPTY_DRAFT));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [shown, setShown] = useState<PricePreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();

  function changed(): void {
    setShown(null);
    setFailure(null);
  }

  function read(): SentPrice | null {
    const stated = fromDraft(draft);
    const found = new Map("problems" in stated ? stated.problems : []);
    if (facts.model.trim() === "") found.set("model", "needed");
    setProblems(found);
    if (found.size > 0 || "problems" in stated) return null;
    const { scope, vendor, model, from, to, note } = facts;
    return {
      ...{ scope, vendor, model, terms: stated.terms, credentialId: props.credentialId },
      ...(from !== "" && { validFrom: from }),
      ...(to !== "" && { validTo: to }),
      ...(note.trim() !== "" && { note }),
    };
  }

  function run<Value>(
    send: (input: SentPrice) => Promise<ActionResult<Value>>,
    onDone: (value: Value) => void,
  ): void {
    const input = read();
    if (!input) return;
    start(async () => {
      const result = await send(input);
      if (result.ok) onDone(result.value);
      else {
        const { message, params } = result.error;
        setFailure(params.problem ? t("refused", { problem: String(params.problem) }) : message);
      }
    });
  }

  return {
    ...{ facts, draft, problems, shown, failure, busy },
    changeFacts(part: Partial<PriceFacts>): void {
      setFacts({ ...facts, ...part });
      changed();
    },
    changeDraft(part: Partial<PriceDraft>): void {
      setDraft({ ...draft, ...part });
      changed();
    },
    look: () => run(props.preview, setShown),
    save: () =>
      run(props.save, () => {
        toast.ok(t("saved", { model: facts.model.trim() }));
        router.push(`/prices?${new URLSearchParams({ search: facts.model.trim() })}`);
      }),
  };
}
