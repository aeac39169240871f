import { Plug } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageFrame } from "@/components/team/page-frame";
import { ProviderList } from "@/components/team/provider-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { listHealth } from "@/lib/providers/list-health";
import { listProviders } from "@/lib/providers/list-providers";
import { vendorNames } from "@/lib/providers/vendor-option";
import { ForbiddenPage } from "../forbidden-page";
import {
  addKey,
  removeKey,
  removeProvider,
  replaceKey,
  restoreKey,
  restoreProvider,
  testProvider,
  weighKey,
} from "./actions";
import { ConnectSection } from "./connect-section";
import { toListedProvider } from "./to-listed-provider";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("providers"))("title") };
}

export default async function ProvidersPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "provider:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, keyTexts, locale, providers, health] = await Promise.all([
    getTranslations("providers"),
    getTranslations("providers.keys"),
    getLocale(),
    listProviders(context),
    listHealth(context),
  ]);
  const names = vendorNames(locale);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      {providers.length === 0 ? (
        <EmptyState icon={<Plug aria-hidden="true" />} title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <ProviderList
          providers={providers.map((provider) =>
            toListedProvider(provider, context, names, { t: keyTexts, locale, health }),
          )}
          test={testProvider}
          remove={removeProvider}
          restore={restoreProvider}
          keyActs={{ addKey, replaceKey, weighKey, removeKey, restoreKey }}
        />
      )}
      <section className="flex flex-col gap-4 rounded-xl border border-line p-4 sm:p-6">
        <h2 className="font-semibold">{t("connect.title")}</h2>
        <Suspense fallback={<Skeleton className="h-72 w-full" />}>
          <ConnectSection context={context} providers={providers} />
        </Suspense>
      </section>
    </PageFrame>
  );
}
