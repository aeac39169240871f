import { listUsableCredentials } from "@/db/queries/credentials";
import { listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";

/** A key that a price can be set for. */
export interface PriceKey {
  id: string;
  scope: "team" | "instance";
  vendor: string;
  /** The provider's. */
  name: string;
  /** Its last characters; null where the provider asks for no key. */
  last4: string | null;
}

/** The keys that the team's calls are made with: its own, and the instance's. A price for all teams can be set for one
 *  of the instance's alone.
 *  @throws AppError `forbidden` */
export async function listPriceKeys({ db, actor }: Context): Promise<PriceKey[]> {
  requirePermission(actor, "price:write");
  const [providers, credentials] = await Promise.all([
    listUsableProviders(db, actor.teamId),
    listUsableCredentials(db, actor.teamId),
  ]);
  return providers.flatMap(({ teamId, id: providerId, vendor, name }) =>
    credentials
      .filter((key) => key.teamId === teamId && key.providerId === providerId)
      .map(({ id, apiKeyLast4 }) => ({
        ...{ id, vendor, name, last4: apiKeyLast4 },
        scope: teamId === INSTANCE_TEAM_ID ? ("instance" as const) : ("team" as const),
      })),
  );
}
