import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AuditView } from "@/lib/audit/audit-view";
import { AuditChanges } from "./audit-changes";

const LINK_CLASS = "underline underline-offset-2";

/** What changed, from where, and what it takes to find the entry again. */
export function AuditDetails({ path, entry }: { path: string; entry: AuditView }) {
  const t = useTranslations("audit.details");
  const { actor, target, address, requestId, seq, id, hash, changes } = entry;
  return (
    <div className="flex flex-col gap-4 py-1">
      {changes.length === 0 ? (
        <p className="text-muted">{t("noChanges")}</p>
      ) : (
        <AuditChanges changes={changes} label={t("changes")} />
      )}
      <dl className="grid gap-x-6 gap-y-2 text-xs sm:grid-cols-2">
        <Fact name={t("address")}>
          {address === null ? t("unknownAddress") : address === "erased" ? t("erased") : address.value}
        </Fact>
        <Fact name={t("request")}>{requestId ?? "–"}</Fact>
        {actor !== null && (
          <Fact name={t("actor")}>
            {actor.id}{" "}
            <Link href={`${path}?${new URLSearchParams({ person: actor.id })}`} className={LINK_CLASS}>
              {t("onlyPerson")}
            </Link>
          </Fact>
        )}
        {target !== null && (
          <Fact name={t("target")}>
            {target.id}{" "}
            <Link href={`${path}?${new URLSearchParams({ target: target.id })}`} className={LINK_CLASS}>
              {t("onlyTarget")}
            </Link>
          </Fact>
        )}
        <Fact name={t("entry")}>
          {seq} · {id}
        </Fact>
        <Fact name={t("hash")}>{hash}</Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{name}</dt>
      <dd className="break-all font-mono">{children}</dd>
    </div>
  );
}
