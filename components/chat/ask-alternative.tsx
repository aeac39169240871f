"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Picker } from "@/lib/chat/picker";
import type { Failure } from "./failure";
import { modelNameOf } from "./model-name";

interface AskAlternativeProps {
  failure: Failure | null;
  picker: Picker;
  onAsk: () => void;
}

/** A model that was named failed, and another one could answer: with consent. */
export function AskAlternative({ failure, picker, onAsk }: AskAlternativeProps) {
  const t = useTranslations("chat");
  const alternative = failure?.kind === "error" ? failure.error.alternative : undefined;
  if (alternative === undefined) return null;
  return (
    <Button size="sm" variant="primary" onClick={onAsk}>
      <ArrowRightLeft aria-hidden="true" />
      {t("askAlternative", { model: modelNameOf(alternative, picker) })}
    </Button>
  );
}
