import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";

const INSTANCE_TEAM_ID = "00000000-0000-0000-0000-000000000000";
const VENDOR = "openai-compatible";
const MAKERS = 37;
const VALID_FROM = "2026-01-01";

/** Names as a host of many makers' models gives them. */
export const manyModels = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `maker-${nth % MAKERS}/model-${nth}-instruct`);

/** What an import would have said of them: name, context, tools and price. */
export async function seedModels(sql: postgres.Sql, models: readonly string[]): Promise<void> {
  const entries = models.map((model, nth) => ({
    team_id: INSTANCE_TEAM_ID,
    vendor: VENDOR,
    model,
    origin: "litellm",
    entry: sql.json({
      name: `Model ${nth} instruct`,
      contextLength: 1_000 * (nth + 1),
      tools: nth % 3 === 0,
    }),
    hidden: false,
  }));
  const prices = models.map((model, nth) => ({
    team_id: INSTANCE_TEAM_ID,
    id: uuidv7(),
    vendor: VENDOR,
    model,
    rate: sql.json({
      vendor: VENDOR,
      model,
      currency: "USD",
      perMillionMicro: { input: String(1_000 * (nth + 1)), output: String(4_321 * (nth + 1)) },
      billedAs: {},
      validFrom: VALID_FROM,
      validTo: null,
      version: "seed",
      demo: false,
    }),
    valid_from: VALID_FROM,
    origin: "import",
  }));
  await sql`insert into catalogue_model ${sql(entries)}`;
  await sql`insert into price ${sql(prices)}`;
  await sql`insert into book_version (team_id, version) values (${INSTANCE_TEAM_ID}, 1)
    on conflict (team_id) do update set version = book_version.version + 1`;
}
