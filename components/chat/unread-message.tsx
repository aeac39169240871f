import { Skeleton } from "@/components/ui/skeleton";
import { UNREAD_PX } from "./guess-height";

/** The shape of a message that is still to be read from the server. */
export function UnreadMessage() {
  return (
    <div className="flex flex-col gap-3 overflow-hidden" style={{ height: UNREAD_PX - 32 }}>
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
