import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ForbiddenPage } from "@/app/(team)/forbidden-page";
import { ConnectSection } from "@/app/(team)/providers/connect-section";
import { AuthCard } from "@/components/auth/auth-card";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { listProviders } from "@/lib/providers/list-providers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.connect"))("title") };
}

export default async function ConnectPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "provider:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, providers] = await Promise.all([getTranslations("setup"), listProviders(context)]);
  const isConnected = providers.length > 0;
  return (
    <AuthCard wide above={t("step", { step: 2 })} title={t("connect.title")} intro={t("connect.intro")}>
      {isConnected && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {t("connect.connected")}
          {providers.map(({ id, name }) => (
            <Badge key={id} tone="ok">
              {name}
            </Badge>
          ))}
        </p>
      )}
      <div className="rounded-xl border border-line bg-surface-raised p-4 sm:p-6">
        <Suspense fallback={<Skeleton className="h-72 w-full" />}>
          <ConnectSection context={context} providers={providers} />
        </Suspense>
      </div>
      <Button asChild variant={isConnected ? "primary" : "ghost"} size="lg" className="self-start">
        <Link href="/">{isConnected ? t("connect.start") : t("connect.skip")}</Link>
      </Button>
    </AuthCard>
  );
}
