import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 12;
const CONTROL = "h-9 pointer-coarse:h-11";

/** The shape of the catalogue: search, filters, count, rows. */
export function CatalogueLoading() {
  return (
    <div className="flex flex-col gap-4" aria-hidden="true">
      <div className="flex flex-col gap-3">
        <div className="flex gap-2">
          <Skeleton className={`${CONTROL} flex-1`} />
          <Skeleton className={`${CONTROL} w-24 lg:hidden`} />
        </div>
        <div className="grid gap-2 lg:grid-cols-5">
          {["vendor", "mode", "connection", "pricing"].map((filter) => (
            <Skeleton key={filter} className={`${CONTROL} max-lg:hidden`} />
          ))}
          <Skeleton className={CONTROL} />
        </div>
        <Skeleton className="h-8 w-110 pointer-coarse:h-10 max-lg:hidden" />
      </div>
      <div className="flex items-center justify-between gap-2">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-8 w-32 pointer-coarse:h-10" />
      </div>
      <div data-loading="list">
        <div className="h-9 border-line border-b bg-surface-sunken max-lg:hidden" />
        {Array.from({ length: ROWS }, (_, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all alike
          <div key={nth} className="model-grid model-row">
            <Skeleton className="model-check mx-auto size-4" />
            <div className="model-name gap-y-1.5">
              <Skeleton className="col-span-2 h-4 w-40 max-w-full" />
              <Skeleton className="col-span-2 h-3 w-56 max-w-full" />
            </div>
            <Skeleton className="model-vendor h-4 w-24" />
            <Skeleton className="model-context ml-auto h-3.5 w-10" />
            <Skeleton className="h-4 w-14 justify-self-end max-lg:hidden" />
            <Skeleton className="h-4 w-14 justify-self-end max-lg:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
