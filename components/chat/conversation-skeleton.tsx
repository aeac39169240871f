import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { ConversationFrame } from "./conversation-frame";

/** The shape of a question, an answer and the composer. */
export function ConversationSkeleton() {
  const t = useTranslations("chat");
  return (
    <ConversationFrame composer={<Skeleton className="h-26 rounded-2xl" />}>
      <div role="status" aria-label={t("loading")} className="flex flex-col gap-8">
        <Skeleton className="ml-auto h-11 w-2/5 rounded-2xl" />
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      </div>
    </ConversationFrame>
  );
}
