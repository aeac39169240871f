import { Lock } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminNav, type AdminPageName } from "@/components/admin/admin-nav";
import { PageFrame } from "@/components/team/page-frame";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/auth/page-viewer";
import type { Context } from "@/lib/context";

interface AdminFrameProps {
  page: AdminPageName;
  children: (context: Context) => Promise<ReactNode>;
}

/** A page about the installation; to who does not administer it, who can help. */
export async function AdminFrame({ page, children }: AdminFrameProps) {
  const { context } = await requireViewer();
  const t = await getTranslations("admin");
  if (context.actor.kind === "person" && !context.actor.instanceAdmin) {
    return (
      <EmptyState
        icon={<Lock aria-hidden="true" />}
        title={t("forbidden.title")}
        level={1}
        className="pt-[20dvh]"
        action={
          <Button asChild>
            <Link href="/">{t("forbidden.back")}</Link>
          </Button>
        }
      >
        {t("forbidden.body")}
      </EmptyState>
    );
  }
  return (
    <PageFrame wide title={t(`${page}.title`)} intro={t(`${page}.intro`)}>
      <AdminNav current={page} />
      {await children(context)}
    </PageFrame>
  );
}
