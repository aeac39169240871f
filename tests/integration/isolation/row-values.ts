type Ids = ReadonlyMap<string, string>;

/** What a row of a table holds that its columns' types do not tell: whatever the code that reads it expects. A table
 *  that is not named takes plain values. */
export function rowValues(table: string, ids: Ids): Readonly<Record<string, unknown>> {
  return { ...ROW_VALUES[table], ...named(table, ids) };
}

/** What is named by an id of the team's, or by a name that no other team has. */
function named(table: string, ids: Ids): Readonly<Record<string, unknown>> {
  if (table === "chat") return { activeLeafId: ids.get("message") };
  if (table === "team_group") return { name: groupName(ids) };
  return table === "provider" ? { name: providerName(ids) } : {};
}

export const groupName = (ids: Ids): string => `g-${ids.get("team_group")}`;
export const providerName = (ids: Ids): string => `p-${ids.get("provider")}`;

const MODE = { kind: "mode", mode: "knowledge" };

const ROW_VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  api_key: { scopes: ["models"] },
  chat: { choice: MODE, titleSource: "person" },
  message: { role: "user", status: "complete", text: "A question of this team alone.", parentId: null },
  membership: { role: "owner" },
  mode_models: { mode: "knowledge", models: [] },
  provider: { vendor: "demo", source: "person", models: [{ id: "demo" }], baseUrl: null },
  decision: {
    choice: MODE,
    decidedBy: "named",
    notes: {
      signals: { promptTokens: 1, characters: 1, turns: 1, attachments: 0, images: 0 },
      ...{ confidence: null, reasons: [], ruleId: null, cacheLoss: null },
      ...{ fallbacks: [], alternatives: [], leftOut: [] },
    },
  },
  team_policy: { contentReading: true },
  team_notice: { kind: "banner", en: "Welcome" },
  legal_hold: { scope: "person" },
  share: { audience: "team" },
  run: { state: "over", endedAt: new Date(0) },
  price: { rate: {}, origin: "person" },
};
