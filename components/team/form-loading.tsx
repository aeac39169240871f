import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a form: so many fields, two beside each other, and its button. */
export function FormLoading({ fields }: { fields: number }) {
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4" aria-hidden="true">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {Array.from({ length: fields }, (_, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields that are all alike
          <div key={nth} className="flex flex-col gap-1.5">
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-9 pointer-coarse:h-11" />
          </div>
        ))}
      </div>
      <Skeleton className="h-9 w-28 pointer-coarse:h-11" />
    </div>
  );
}
