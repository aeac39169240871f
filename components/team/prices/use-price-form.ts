"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ErrorData } from "@/lib/errors";
import type { ActionResult } from "@/lib/http/action";
import type { PriceKey } from "@/lib/prices/list-price-keys";
import type { PricePreview } from "@/lib/prices/preview-price";
import type { PriceInput, PriceTerms } from "@/lib/prices/price-input";
import { useAnswered } from "../use-answered";
import { EMPTY_DRAFT, fromDraft, type PriceDraft, type Problem, type Problems, toDraft } from "./price-draft";

export type SentPrice = Omit<PriceInput, "validFrom" | "validTo"> & { validFrom?: string; validTo?: string };

export interface PriceFormProps {
  /** Whether the person may set prices for all teams. */
  mayAll: boolean;
  scope: "team" | "instance";
  vendor: string | null;
  model: string;
  /** The day from which it holds, or empty. */
  from: string;
  credentialId: string | null;
  /** That a price can be set for. */
  keys: readonly PriceKey[];
  /** Of the vendors' price lists, by vendor; of those that are known. */
  currencies: Readonly<Record<string, string>>;
  /** Where the form begins. */
  terms: PriceTerms | null;
  preview: (input: SentPrice) => Promise<ActionResult<PricePreview>>;
  save: (input: SentPrice) => Promise<ActionResult<{ id: string }>>;
}

export interface PriceFacts {
  scope: "team" | "instance";
  vendor: string;
  model: string;
  /** Null: for calls with any key. */
  credentialId: string | null;
  from: string;
  to: string;
  note: string;
}

const NO_PROBLEMS: Problems = new Map();
/** What only the server can say, by the field that it names. */
const REFUSALS: Readonly<Record<string, readonly [place: string, problem: Problem]>> = {
  validTo: ["to", "order"],
  credentialId: ["key", "key"],
  "terms.currency": ["currency", "currency"],
  model: ["model", "model"],
};

/** A price on its way: typed, looked at on real calls, saved. What is saved is what was looked at, to the letter; what
 *  is changed has to be looked at again. */
export function usePriceForm(props: PriceFormProps) {
  const t = useTranslations("prices.form");
  const router = useRouter();
  const answered = useAnswered();
  const [facts, setFacts] = useState<PriceFacts>({
    scope: props.scope,
    vendor: props.vendor ?? "openai",
    model: props.model,
    credentialId: props.credentialId,
    from: props.from,
    to: "",
    note: "",
  });
  const currencyOf = (vendor: string) => props.currencies[vendor] ?? "";
  const [draft, setDraft] = useState<PriceDraft>(() =>
    props.terms ? toDraft(props.terms) : { ...EMPTY_DRAFT, currency: currencyOf(facts.vendor) },
  );
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [seen, setSeen] = useState<{ input: SentPrice; preview: PricePreview } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  /** Moved on by every change: what a preview that was asked for before it answers is dropped. */
  const asked = useRef(0);

  function changed(): void {
    asked.current += 1;
    setSeen(null);
    setFailure(null);
  }

  function read(): SentPrice | null {
    const { scope, vendor, model, credentialId, from, to, note } = facts;
    const stated = fromDraft(draft);
    const found = new Map("problems" in stated ? stated.problems : []);
    if (model.trim() === "") found.set("model", "model");
    if (to !== "" && to <= (from || today())) found.set("to", "order");
    setProblems(found);
    if (found.size > 0 || "problems" in stated) return null;
    return {
      ...{ scope, vendor, model, terms: stated.terms, credentialId },
      ...(from !== "" && { validFrom: from }),
      ...(to !== "" && { validTo: to }),
      ...(note.trim() !== "" && { note }),
    };
  }

  function run<Value>(
    send: () => Promise<ActionResult<Value>>,
    onDone: (value: Value) => void,
    isPreview: boolean,
  ): void {
    asked.current += 1;
    const mine = asked.current;
    start(async () => {
      const result = await answered(send());
      if (isPreview && mine !== asked.current) return;
      if (result.ok) onDone(result.value);
      else refuse(result.error);
    });
  }

  function refuse({ params, message }: ErrorData & { message: string }): void {
    const place = REFUSALS[String(params.field)];
    if (place) setProblems(new Map([place]));
    else setFailure(message);
  }

  return {
    ...{ facts, draft, problems, failure, busy },
    shown: seen?.preview ?? null,
    changeFacts(part: Partial<PriceFacts>): void {
      setFacts({ ...facts, ...part });
      changed();
    },
    /** Its keys and its currency are other ones, unless the currency was typed. */
    changeVendor(vendor: string): void {
      if (draft.currency === currencyOf(facts.vendor)) setDraft({ ...draft, currency: currencyOf(vendor) });
      setFacts({ ...facts, vendor, credentialId: null });
      changed();
    },
    changeDraft(part: Partial<PriceDraft>): void {
      setDraft({ ...draft, ...part });
      changed();
    },
    look(): void {
      const input = read();
      if (!input) return;
      setFailure(null);
      run(
        () => props.preview(input),
        (preview) => setSeen({ input, preview }),
        true,
      );
    },
    save(): void {
      if (!seen) return;
      run(
        () => props.save(seen.input),
        () => {
          const model = seen.input.model.trim();
          toast.ok(t("saved", { model }));
          // Every version: what was set may hold later only, or for one key.
          router.push(`/prices?${new URLSearchParams({ search: model, versions: "all" })}`);
        },
        false,
      );
    },
  };
}

const today = () => new Date().toISOString().slice(0, 10);
