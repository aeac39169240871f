import type { Context } from "@/lib/context";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { readAllowedHosts } from "@/lib/providers/allowed-hosts";
import { type Registration, readRegistration } from "@/lib/setup/registration";

export interface InstanceSettings {
  registration: Registration;
  /** Private hosts that every team may connect providers at. */
  hosts: string[];
}

/** @throws AppError `forbidden` */
export async function getInstanceSettings({ db, actor }: Context): Promise<InstanceSettings> {
  requireInstancePermission(actor, "instance:settings");
  const [registration, hosts] = await Promise.all([readRegistration(db), readAllowedHosts(db)]);
  return { registration, hosts };
}
