import { Skeleton } from "@/components/ui/skeleton";
import { TableLoading } from "../table-loading";

const ROWS = 10;
const CONTROL = "h-9 pointer-coarse:h-11";

/** The shape of the price book: the button, the filters, the count, the table. */
export function PriceListLoading() {
  return (
    <>
      <Skeleton className={`${CONTROL} w-32`} />
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-2 lg:grid-cols-[minmax(0,1fr)_12rem_12rem_14rem]">
          <Skeleton className={`${CONTROL} col-span-2 lg:col-span-1`} />
          <Skeleton className={CONTROL} />
          <Skeleton className={CONTROL} />
          <Skeleton className={`${CONTROL} col-span-2 lg:col-span-1`} />
        </div>
        <Skeleton className="h-5 w-72 max-w-full" />
        <TableLoading rows={ROWS} rowClass="h-13" />
      </div>
    </>
  );
}
