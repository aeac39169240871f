import OpenAI from "openai";
import { type LedgerRow, listLedger } from "@/db/queries/ledgers";
import { upsertProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { createKey } from "@/lib/keys/create-key";
import type { KeyInput } from "@/lib/keys/key-input";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream, type WireName } from "@/tests/support/upstream/start-upstream";
import { type Served, serveRoutes } from "./serve-routes";

export interface ApiWorld {
  db: FreshDatabase["db"];
  upstream: Upstream;
  team: TestTeam;
  url: string;
  /** A member with a key, and a client that has it. */
  program(limits?: Partial<KeyInput>): Promise<Program>;
  close(): Promise<void>;
}

export interface Program {
  context: Context;
  key: string;
  keyId: string;
  client: OpenAI;
  /** Newest first. */
  rows(): Promise<LedgerRow[]>;
}

/** One whose vendor speaks the Responses wire. */
export const DIRECT: Connected = ["direct", "openai", "responses", ["gpt-4.1-mini"]];

/** Providers of the instance, by their names: what wire each speaks and what it lists. */
type Connected = readonly [name: string, vendor: string, wire: WireName, models: string[]];
const PROVIDERS: readonly Connected[] = [
  ["openai", "openai", "openai", ["gpt-4o-mini", "o4-mini", "both"]],
  ["anthropic", "anthropic", "anthropic", ["claude-sonnet-4-5"]],
  ["house", "openai-compatible", "openai", ["local-1", "both"]],
];

/** The API over HTTP on a database and before vendors of a test file's own. Call before anything asks env(). */
export async function openApiWorld(...more: readonly Connected[]): Promise<ApiWorld> {
  const [database, upstream] = await Promise.all([freshDatabase(), startUpstream()]);
  setTestSecrets();
  process.env.DATABASE_URL = database.url;
  const { db } = database;
  for (const [name, vendor, wire, models] of [...PROVIDERS, ...more]) {
    await upsertProvider(db, {
      ...{ teamId: INSTANCE_TEAM_ID, id: newId(), vendor, name, source: "person" },
      ...{ baseUrl: upstream.baseUrl(wire), models: models.map((id) => ({ id })) },
    });
  }
  const served = await serveApi();
  const team = await newTeam(db);
  return {
    ...{ db, upstream, team, url: served.url },
    async program(limits = {}) {
      const context = await team.as("member");
      const { id, key } = await createKey(context, { name: "program", ...limits });
      const client = new OpenAI({ apiKey: key, baseURL: `${served.url}/api/v1`, maxRetries: 0 });
      const rows = async () =>
        (await listLedger(db, { teamId: team.teamId }, 100)).filter(
          ({ personId }) => personId === context.actor.personId,
        );
      return { context, key, keyId: id, client, rows };
    },
    async close() {
      await served.close();
      await upstream.close();
      await database.drop();
    },
  };
}

async function serveApi(): Promise<Served> {
  const [chat, models, model, usage, messages, responses, embeddings, document] = await Promise.all([
    import("@/app/api/v1/chat/completions/route"),
    import("@/app/api/v1/models/route"),
    import("@/app/api/v1/models/[...id]/route"),
    import("@/app/api/v1/usage/route"),
    import("@/app/api/v1/messages/route"),
    import("@/app/api/v1/responses/route"),
    import("@/app/api/v1/embeddings/route"),
    import("@/app/api/v1/openapi.json/route"),
  ]);
  return serveRoutes({
    "POST /api/v1/chat/completions": chat.POST,
    "POST /api/v1/messages": messages.POST,
    "POST /api/v1/responses": responses.POST,
    "POST /api/v1/embeddings": embeddings.POST,
    "GET /api/v1/models": models.GET,
    "GET /api/v1/models/*": model.GET,
    "GET /api/v1/usage": usage.GET,
    "GET /api/v1/openapi.json": document.GET,
  });
}
