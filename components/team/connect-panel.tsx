"use client";

import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { LocalServer } from "@/lib/providers/detect-local";
import type { VendorOption } from "@/lib/providers/vendor-option";
import { ConnectAddressForm } from "./connect-address-form";
import { ConnectDemo } from "./connect-demo";
import { ConnectKeyForm } from "./connect-key-form";
import { ConnectLocal } from "./connect-local";
import type { Connect } from "./connect-props";

export interface ConnectPanelProps {
  vendors: readonly VendorOption[];
  vendorNames: Readonly<Record<string, string>>;
  localServers: readonly LocalServer[];
  hasDemo: boolean;
  mayAllowHosts: boolean;
  connect: Connect;
}

/** The four ways to a model. What runs beside Wye comes first when there is something. */
export function ConnectPanel({
  vendors,
  vendorNames,
  localServers,
  hasDemo,
  mayAllowHosts,
  connect,
}: ConnectPanelProps) {
  const t = useTranslations("providers.connect");
  return (
    <Tabs
      label={t("title")}
      defaultValue={localServers.length > 0 && mayAllowHosts ? "local" : "key"}
      tabs={[
        { value: "key", label: t("tabKey"), content: <ConnectKeyForm vendors={vendors} connect={connect} /> },
        {
          value: "address",
          label: t("tabAddress"),
          content: <ConnectAddressForm connect={connect} mayAllowHosts={mayAllowHosts} />,
        },
        {
          value: "local",
          label: t("tabLocal"),
          content: (
            <ConnectLocal
              servers={localServers}
              vendorNames={vendorNames}
              connect={connect}
              mayAllowHosts={mayAllowHosts}
            />
          ),
        },
        {
          value: "demo",
          label: t("tabDemo"),
          content: <ConnectDemo connect={connect} isConnected={hasDemo} />,
        },
      ]}
    />
  );
}
