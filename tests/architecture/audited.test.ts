import { expect, test } from "vitest";
import { unrecordedWrites } from "./audited";
import { sourceFiles } from "./source-files";

/** Tables whose changes are no change of people, roles, keys, prices or policy, and why. */
const UNAUDITED_QUERIES: Readonly<Record<string, string>> = {
  "audit-heads": "the audit's own",
  "person-keys": "the audit's own",
  calls: "the ledger says it",
  chats: "a person's own conversations",
  circuits: "what was measured of a vendor",
  "credential-health": "what was measured of a vendor",
  decisions: "the ledger's neighbour: what was decided for one question",
  "decision-signals": "what a person says of an answer of theirs",
  "email-tokens": "a link that was sent; what it is used for is recorded by its use case",
  "idempotent-replies": "what a program asked under a name, and was answered",
  mails: "what is to be sent, and whether it was",
  drafts: "what is typed and not sent",
  messages: "a person's own conversations",
  offers: "what was measured of a vendor",
  replicas: "what a process says of itself",
  replies: "a person's own conversations",
  runs: "a person's own conversations",
  "run-ends": "a person's own conversations",
  sessions: "signing in and out is no change of a team",
  "sign-in-steps": "signing in and out is no change of a team",
  "sign-in-failures": "signing in and out is no change of a team",
  summaries: "a person's own conversations",
};

/** Files that change what is audited and do not record it themselves, and why. */
const UNAUDITED_FILES: Readonly<Record<string, string>> = {
  "lib/catalogue/add-model.ts": "recorded by model-row.ts, through which it writes",
  "lib/auth/sign-in-by-link.ts": "that an address was reached is said by its mark",
  "lib/auth/verify-email.ts": "that an address was reached is said by its mark",
  "lib/catalogue/set-model.ts": "recorded by model-row.ts, through which it writes",
  "lib/members/end-invitations.ts": "a part of changes of a role, which record it",
  "lib/members/close-access.ts": "a part of removing and suspending, which record it",
  "lib/policy/answer-notice.ts": "what a member answers is kept as their answer, with its version and time",
  "lib/providers/refresh-models.ts": "what a vendor lists, not what a person set",
  "lib/providers/refresh-stale-models.ts": "what a vendor lists, not what a person set",
  "lib/sign-in/refresh-sign-ins.ts":
    "what a provider is asked with next time; what its answer changes is recorded where it is changed",
  "lib/setup/check-secrets.ts": "a fingerprint that the first start leaves",
  "lib/setup/setup-state.ts":
    "whether the instance was set up; the account and the team that it makes are recorded",
};

const check = (text: string) => unrecordedWrites({ path: "lib/teams/x.ts", text }, UNAUDITED_QUERIES);

test("whatever changes people, roles, keys, prices or policy records it", () => {
  const found = sourceFiles(/^lib\/.*(?<!\.test)\.ts$/).flatMap((file) =>
    unrecordedWrites(file, UNAUDITED_QUERIES).map((write) => ({ path: file.path, write })),
  );
  const unexplained = found.filter(({ path }) => !Object.hasOwn(UNAUDITED_FILES, path));
  expect(unexplained.map(({ path, write }) => `${path}: ${write}`)).toEqual([]);
  expect([...new Set(found.map(({ path }) => path))].sort()).toEqual(Object.keys(UNAUDITED_FILES).sort());
});

test.each([
  ["a change", 'import { upsertMembership } from "@/db/queries/teams";', ["teams.upsertMembership"]],
  [
    "a renamed change",
    'import { deleteProvider as drop } from "@/db/queries/providers";',
    ["providers.deleteProvider"],
  ],
  ["a change of a table that nobody explained", 'import { setX } from "@/db/queries/new";', ["new.setX"]],
  [
    "a change among readings",
    'import { findX, insertGroup } from "@/db/queries/groups";',
    ["groups.insertGroup"],
  ],
])("%s that is not recorded is found", (_name, text, found) => {
  expect(check(text)).toEqual(found);
});

test.each([
  ["a reading", 'import { findTeams, type TeamRow } from "@/db/queries/teams";'],
  ["what is no setting", 'import { setChatTitle } from "@/db/queries/chats";'],
  [
    "what is recorded",
    'import { upsertMembership } from "@/db/queries/teams"; import { recordAudit } from "@/lib/audit/record";',
  ],
])("%s is free", (_name, text) => {
  expect(check(text)).toEqual([]);
});
