import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import { listModeModels } from "@/db/queries/teams";
import { readPolicy } from "@/lib/completion/read-policy";
import type { Mode } from "@/lib/router/choice";
import type { TeamRouting } from "./routing-input";

export interface VersionedRouting extends TeamRouting {
  /** Differs when anything does that was said, and from team to team. */
  version: string;
}

/** What a team said of how its questions are routed. */
export async function readRouting(db: Db, teamId: string): Promise<VersionedRouting> {
  const [policy, lists] = await Promise.all([readPolicy(db, teamId), listModeModels(db, teamId)]);
  const listOf = (wanted: Mode) => lists.find(({ mode }) => mode === wanted)?.models ?? null;
  const said: TeamRouting = {
    policy,
    modes: { knowledge: listOf("knowledge"), reasoning: listOf("reasoning") },
  };
  return {
    ...said,
    version: createHash("sha256")
      .update(JSON.stringify([teamId, said]))
      .digest("base64url"),
  };
}
