import type { Context } from "@/lib/context";
import { baseUrlVariable, ENV_VENDOR_IDS, env } from "@/lib/env";
import type { Features } from "@/lib/features/feature";
import { readFeatures } from "@/lib/features/read-features";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { readAllowedHosts } from "@/lib/providers/allowed-hosts";
import { hostOf } from "@/lib/providers/base-url";
import { type Registration, readRegistration } from "@/lib/setup/registration";

export interface InstanceSettings {
  registration: Registration;
  features: Features;
  /** Private hosts that every team may connect providers at. */
  hosts: string[];
  /** Hosts that the server's environment names, of providers that serve everybody. */
  fixedHosts: FixedHost[];
}

export interface FixedHost {
  host: string;
  /** Such as `OLLAMA_BASE_URL`. */
  variable: string;
}

/** @throws AppError `forbidden` */
export async function getInstanceSettings({ db, actor }: Context): Promise<InstanceSettings> {
  requireInstancePermission(actor, "instance:settings");
  const [registration, features, hosts] = await Promise.all([
    readRegistration(db),
    readFeatures(db),
    readAllowedHosts(db),
  ]);
  return { registration, features, hosts, fixedHosts: hostsOfEnvironment() };
}

function hostsOfEnvironment(): FixedHost[] {
  const { vendors } = env();
  return ENV_VENDOR_IDS.flatMap((id) => {
    const { baseUrl } = vendors[id];
    return baseUrl === undefined ? [] : [{ host: hostOf(baseUrl), variable: baseUrlVariable(id) }];
  });
}
