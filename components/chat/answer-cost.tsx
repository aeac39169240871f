import { Money } from "@/components/ui/money";
import type { MessageMetadata } from "@/lib/chat/message";
import { AnswerDetails } from "./answer-details";

/** What an answer costs by now; what it had cost before that was corrected stands in the details. */
export function AnswerCost({ metadata }: { metadata: MessageMetadata }) {
  const { costStatus, cost = null, currency = null, demo = false } = metadata;
  if (costStatus === undefined) return null;
  const costs = metadata.corrected ?? [{ cost, currency }];
  return costs.map((one) => (
    <Money
      key={one.currency}
      amount={one.cost}
      currency={one.currency}
      status={costStatus}
      demo={demo}
      details={<AnswerDetails metadata={metadata} />}
    />
  ));
}
