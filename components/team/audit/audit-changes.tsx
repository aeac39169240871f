import { useTranslations } from "next-intl";
import type { AuditChange } from "@/lib/audit/audit-view";

/** Field by field: what was, struck through, and what is. */
export function AuditChanges({ changes, label }: { changes: readonly AuditChange[]; label: string }) {
  const t = useTranslations("audit.details");
  return (
    <dl aria-label={label} className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(6rem,auto)_minmax(0,1fr)]">
      {changes.map((change) => (
        <div key={change.field} className="contents max-sm:block">
          <dt className="text-muted">{change.field === "" ? t("value") : change.field}</dt>
          <dd className="whitespace-pre-wrap break-words">
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ change: { before, after, erased } }: { change: AuditChange }) {
  const t = useTranslations("audit.details");
  if (erased) return <span className="text-muted italic">{t("erased")}</span>;
  return (
    <>
      {before !== null && (
        <del className="rounded-sm bg-danger-soft px-1 text-ink">
          <span className="sr-only">{t("before")}: </span>
          {before}
        </del>
      )}
      {before !== null && " "}
      {after === null ? (
        <span className="text-muted">{t("nothing")}</span>
      ) : (
        <ins className="rounded-sm bg-ok-soft px-1 text-ink no-underline">
          <span className="sr-only">{t("after")}: </span>
          {after}
        </ins>
      )}
    </>
  );
}
