import type { FactGroup } from "./use-model-facts";

/** What is known of one model, a group at a time. */
export function FactList({ groups }: { groups: readonly FactGroup[] }) {
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ title, facts }) => (
        <section key={title} aria-label={title} className="flex flex-col gap-2">
          <h3 className="font-medium text-muted text-xs">{title}</h3>
          <dl className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
            {facts.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="break-words tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
