import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { INSTANCE_CHAIN } from "@/lib/audit/instance-chain";
import { AuditSections } from "../../../audit-sections";
import { AdminFrame } from "../admin-frame";
import { loadInstanceAudit, verifyInstanceAudit } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.audit"))("title") };
}

interface AdminAuditPageProps {
  searchParams: Promise<Record<string, string | string[]>>;
}

export default async function AdminAuditPage({ searchParams }: AdminAuditPageProps) {
  const search = await searchParams;
  return (
    <AdminFrame page="audit">
      {async (context) => (
        <AuditSections
          context={context}
          teamId={INSTANCE_CHAIN}
          search={search}
          path="/admin/audit"
          exportHref="/api/admin/audit"
          load={loadInstanceAudit}
          verify={verifyInstanceAudit}
        />
      )}
    </AdminFrame>
  );
}
