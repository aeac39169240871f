"use client";

import { Columns2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Answer, type AnswerProps } from "./answer";
import { columnsOf } from "./columns";
import { Comparison, type ComparisonProps } from "./comparison";

interface ComparedAnswerProps
  extends AnswerProps,
    Pick<ComparisonProps, "columns" | "isLast" | "choice" | "onPick"> {
  /** Something is about to be opened or folded. */
  onFold: () => void;
}

/** An answer of several: side by side with the others until the chat goes on with one, then alone, with the way back. */
export const ComparedAnswer = memo(function ComparedAnswer(props: ComparedAnswerProps) {
  const { columns, isLast, choice, onPick, onFold, ...answer } = props;
  const { message } = answer;
  const t = useTranslations("chat.compare");
  const [own, setOwn] = useState<boolean | null>(null);
  const open = own ?? (isLast && message.metadata?.comparison?.picked === null);

  function show(next: boolean | null): void {
    onFold();
    setOwn(next);
  }

  if (!open) {
    return (
      <Answer {...answer}>
        <IconButton label={t("unfold", { count: columnsOf(message).length })} onClick={() => show(true)}>
          <Columns2 />
        </IconButton>
      </Answer>
    );
  }
  return (
    <Comparison
      {...answer}
      columns={columns}
      isLast={isLast}
      choice={choice}
      onPick={(answerId) => {
        show(null);
        onPick(answerId);
      }}
      onFold={() => show(false)}
    />
  );
});
