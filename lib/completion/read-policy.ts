import type { Db } from "@/db/client";
import { findRoutingPolicy } from "@/db/queries/routing-policies";
import { log } from "@/lib/log";
import { DEFAULT_POLICY, RoutingPolicy } from "@/lib/router/policy/policy";

/** How a team's questions are routed; Wye's own way where it says nothing, or nothing that can be read: a policy is
 *  never a reason to refuse a question. */
export async function readPolicy(db: Db, teamId: string): Promise<RoutingPolicy> {
  const stored = await findRoutingPolicy(db, teamId);
  if (stored === null) return DEFAULT_POLICY;
  const parsed = RoutingPolicy.safeParse(stored);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join("."));
  log().warn({ teamId, fields }, "a team's routing policy cannot be read; the default holds");
  return DEFAULT_POLICY;
}
