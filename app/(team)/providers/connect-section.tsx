import { getLocale } from "next-intl/server";
import { ConnectPanel } from "@/components/team/connect-panel";
import type { Context } from "@/lib/context";
import { findLocalServers } from "@/lib/providers/find-local-servers";
import type { ProviderSummary } from "@/lib/providers/list-providers";
import { keyVendors, vendorNames } from "@/lib/providers/vendor-option";
import { loadFeatures } from "../../load-features";
import { connectProvider } from "./actions";

interface ConnectSectionProps {
  context: Context;
  providers: readonly ProviderSummary[];
}

/** Looks for what runs beside Wye, which takes up to half a second: put it behind a Suspense. */
export async function ConnectSection({ context, providers }: ConnectSectionProps) {
  const [locale, found, features] = await Promise.all([
    getLocale(),
    findLocalServers(context),
    loadFeatures(),
  ]);
  return (
    <ConnectPanel
      vendors={keyVendors(locale)}
      vendorNames={vendorNames(locale)}
      localServers={features.local_servers ? found : null}
      connected={providers.map(({ scope, name }) => ({ scope, name }))}
      hasDemo={providers.some(({ vendor }) => vendor === "demo")}
      isServerAdmin={context.actor.kind === "person" && context.actor.instanceAdmin}
      connect={connectProvider}
    />
  );
}
