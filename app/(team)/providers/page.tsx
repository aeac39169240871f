import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ConnectTargetProvider } from "@/components/team/connect-target";
import { PageFrame } from "@/components/team/page-frame";
import { ProviderList } from "@/components/team/provider-list";
import { toProviderFilter } from "@/components/team/to-provider-filter";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/lib/auth/page-viewer";
import { countUnpriced } from "@/lib/catalogue/count-unpriced";
import { isAllowed } from "@/lib/permissions/require-permission";
import { listHealth } from "@/lib/providers/list-health";
import { listProviders } from "@/lib/providers/list-providers";
import { namedVendors, vendorNames } from "@/lib/providers/vendor-option";
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

interface ProvidersPageProps {
  searchParams: Promise<Partial<Record<"search" | "state" | "connect", string | string[]>>>;
}

export default async function ProvidersPage({ searchParams }: ProvidersPageProps) {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "provider:read")) return <ForbiddenPage viewer={viewer} />;
  const [{ search, state, connect }, t, keyTexts, locale, providers, health, unpriced] = await Promise.all([
    searchParams,
    getTranslations("providers"),
    getTranslations("providers.keys"),
    getLocale(),
    listProviders(context),
    listHealth(context),
    countUnpriced(context),
  ]);
  const names = vendorNames(locale);
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <ConnectTargetProvider initial={typeof connect === "string" ? connect : null}>
        <ProviderList
          providers={providers.map((provider) =>
            toListedProvider(
              provider,
              context,
              names,
              { t: keyTexts, locale, health },
              unpriced.get(provider.id) ?? 0,
            ),
          )}
          vendors={namedVendors(locale)}
          initialFilter={toProviderFilter(search, state)}
          test={testProvider}
          remove={removeProvider}
          restore={restoreProvider}
          keyActs={{ addKey, replaceKey, weighKey, removeKey, restoreKey }}
        />
        <section className="flex flex-col gap-4 rounded-xl border border-line p-4 sm:p-6">
          <h2 className="font-semibold">{t("connect.title")}</h2>
          <Suspense fallback={<Skeleton className="h-72 w-full" />}>
            <ConnectSection context={context} providers={providers} />
          </Suspense>
        </section>
      </ConnectTargetProvider>
    </PageFrame>
  );
}
