"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import type { LocalServer } from "@/lib/providers/detect-local";
import type { VendorOption } from "@/lib/providers/vendor-option";
import { ConnectAddressForm } from "./connect-address-form";
import { ConnectDemo } from "./connect-demo";
import { ConnectKeyForm } from "./connect-key-form";
import { ConnectLocal } from "./connect-local";
import type { Connect } from "./connect-props";
import { useConnectTarget } from "./connect-target";
import type { ConnectedName } from "./use-connect-place";

export interface ConnectPanelProps {
  vendors: readonly VendorOption[];
  vendorNames: Readonly<Record<string, string>>;
  /** Null: they are not looked for. */
  localServers: readonly LocalServer[] | null;
  /** What is there already. */
  connected: readonly ConnectedName[];
  hasDemo: boolean;
  /** May connect for the whole server, and open it to private addresses. */
  isServerAdmin: boolean;
  connect: Connect;
}

/** Where vendors are connected that a key alone does not connect. */
const TABS: Readonly<Record<string, string>> = {
  "openai-compatible": "address",
  ollama: "local",
  lmstudio: "local",
  demo: "demo",
};

/** The four ways to a model. What runs beside Wye comes first when there is something. */
export function ConnectPanel({ vendors, localServers, hasDemo, ...rest }: ConnectPanelProps) {
  const { vendorNames, connected, isServerAdmin, connect } = rest;
  const t = useTranslations("providers.connect");
  const panel = useRef<HTMLDivElement>(null);
  const { target } = useConnectTarget();
  const [tab, setTab] = useState(
    isServerAdmin && localServers !== null && localServers.length > 0 ? "local" : "key",
  );
  const [led, setLed] = useState<typeof target>(null);
  const keyed = vendors.find(({ id }) => id === target?.vendor)?.id ?? null;
  if (led !== target) {
    setLed(target);
    if (target !== null) setTab(keyed === null ? (TABS[target.vendor] ?? "key") : "key");
  }
  useEffect(() => {
    if (target === null) return;
    panel.current?.scrollIntoView({ block: "center" });
    // The field that is empty, or where there is none, what is to be pressed.
    panel.current
      ?.querySelector<HTMLElement>("[role=tabpanel] :is(input, button:not([role=combobox]))")
      ?.focus({ preventScroll: true });
  }, [target]);
  return (
    <div ref={panel}>
      <Tabs
        label={t("title")}
        value={tab}
        onValueChange={setTab}
        tabs={[
          {
            value: "key",
            label: t("tabKey"),
            content: (
              <ConnectKeyForm
                key={`${keyed} ${target?.press}`}
                vendors={vendors}
                first={keyed}
                connected={connected}
                connect={connect}
                isServerAdmin={isServerAdmin}
              />
            ),
          },
          {
            value: "address",
            label: t("tabAddress"),
            content: (
              <ConnectAddressForm
                vendorNames={vendorNames}
                connected={connected}
                connect={connect}
                isServerAdmin={isServerAdmin}
              />
            ),
          },
          ...(localServers === null
            ? []
            : [
                {
                  value: "local",
                  label: t("tabLocal"),
                  content: (
                    <ConnectLocal
                      servers={localServers}
                      vendorNames={vendorNames}
                      connect={connect}
                      isServerAdmin={isServerAdmin}
                    />
                  ),
                },
              ]),
          {
            value: "demo",
            label: t("tabDemo"),
            content: <ConnectDemo connect={connect} isConnected={hasDemo} />,
          },
        ]}
      />
    </div>
  );
}
