import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

interface TableLoadingProps {
  rows: number;
  /** Height of a row. */
  rowClass: string;
}

/** The shape of a table in its frame. */
export function TableLoading({ rows, rowClass }: TableLoadingProps) {
  return (
    <div data-loading="list" aria-hidden="true" className="overflow-hidden rounded-lg border border-line">
      <div className="h-9 bg-surface-sunken" />
      {Array.from({ length: rows }, (_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all alike
        <div key={nth} className={cn("flex items-center gap-6 border-line border-t px-3", rowClass)}>
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="ml-auto h-4 w-16" />
          <Skeleton className="h-4 w-16" />
          <Skeleton className="h-4 w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
