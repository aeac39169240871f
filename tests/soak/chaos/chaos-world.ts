import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { upsertRoutingPolicy } from "@/db/queries/routing-policies";
import type { Context } from "@/lib/context";
import { addCredential } from "@/lib/providers/add-credential";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { DEFAULT_POLICY } from "@/lib/router/policy/policy";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { asInstance, newTeam } from "@/tests/support/team";
import { ChaosHost, FIRST_KEY, SECOND_KEY } from "./chaos-host";
import { type ChaosBlock, HOSTS, type HostName, MODES } from "./plan-chaos";

/** A team whose models are at four hosts, and whose answers go on by themselves where they break off. */
export interface ChaosWorld {
  db: Db;
  owner: Context;
  hosts: ReadonlyMap<HostName, ChaosHost>;
  /** Whatever a circuit waits for has passed. */
  letTimePass(): Promise<void>;
  /** Has a block's trouble begin. @returns how to end it */
  suffer(block: ChaosBlock): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export async function openChaos(db: Db): Promise<ChaosWorld> {
  const owner = await (await newTeam(db)).as("owner");
  const hosts = new Map<HostName, ChaosHost>();
  for (const name of HOSTS) {
    const host = await ChaosHost.start(name);
    hosts.set(name, host);
    await allowHost(asInstance(db), host.host);
    const { id } = await addProvider(owner, {
      ...{ scope: "team", vendor: "openai-compatible", name, apiKey: FIRST_KEY },
      baseUrl: host.baseUrl,
    });
    if (name === "a") await addCredential(owner, { providerId: id, apiKey: SECOND_KEY });
  }
  for (const mode of ["knowledge", "reasoning"] as const)
    await setModeModels(owner, { mode, models: [...MODES[mode]] });
  await upsertRoutingPolicy(db, owner.actor.teamId, { ...DEFAULT_POLICY, cutAnswer: "continue" });
  return {
    db,
    owner,
    hosts,
    letTimePass: () => passTime(db, owner.actor.teamId),
    suffer: (block) => suffer(hosts, block),
    close: async () => {
      await Promise.all([...hosts.values()].map((host) => host.close()));
    },
  };
}

async function passTime(db: Db, teamId: string): Promise<void> {
  await db.execute(sql`
    update circuit set opened_at = opened_at - interval '1 hour', open_until = open_until - interval '1 hour',
      probe_until = probe_until - interval '1 hour' where team_id = ${teamId}`);
}

async function suffer(
  hosts: ReadonlyMap<HostName, ChaosHost>,
  { host: name, trouble, oneKey, retryAfterSeconds }: ChaosBlock,
): Promise<() => Promise<void>> {
  const host = hosts.get(name);
  if (!host) throw new RangeError(`there is no host ${name}`);
  if (trouble === "down") {
    await host.goDown();
    return () => host.comeUp();
  }
  host.suffers = { trouble, oneKey: oneKey && name === "a", retryAfterSeconds };
  return async () => {
    host.suffers = null;
  };
}
