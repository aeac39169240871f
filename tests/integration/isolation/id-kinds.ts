/** Of which table a field holds an id, where its name does not say: `chatId` is a chat's. */
const BY_NAME: Readonly<Record<string, string>> = {
  // Messages, by what they are to the one who asks.
  above: "message",
  answer: "message",
  besideId: "message",
  continuesId: "message",
  parentId: "message",
  // Made up by the browser, so that a repeated request is recognised.
  answerId: "new message",
  "message.id": "new message",
  summaryId: "new message",
  "comparison.id": "new comparison",
  "rules.id": "new rule",
  "access.id": "new rule",
  before: "invitation",
  holdId: "legal_hold",
  methodId: "sign_in_method",
  noticeId: "team_notice",
  // The last of a page of members.
  "after.id": "person",
  groupId: "team_group",
  groupIds: "team_group",
  // A program's.
  keyId: "api_key",
  "query.key": "api_key",
  // A draft is its chat's.
  key: "chat",
  // Where a list of calls, or of decisions, goes on.
  after: "ledger",
  afterId: "ledger",
  beforeId: "ledger",
  throughId: "ledger",
};

/** The table whose rows a field at `path` names; after "new ", where the one who asks makes the id.
 *  @throws Error for one that nobody has described */
export function tableOfId(path: readonly string[], tables: ReadonlySet<string>): string {
  const words = path.filter((step) => step !== "*");
  const name = words.at(-1) ?? "";
  const known = BY_NAME[words.slice(-2).join(".")] ?? BY_NAME[name];
  if (known !== undefined) return known;
  const table = /^(.+?)Ids?$/.exec(name)?.[1]?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (table !== undefined && tables.has(table)) return table;
  throw new Error(`Whose id is ${words.join(".")}? Say so in id-kinds.ts`);
}
