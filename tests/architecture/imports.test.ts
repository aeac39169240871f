import { createRequire } from "node:module";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cruise } from "./cruise";
import { ROOT } from "./source-files";

/** One offence for each rule: what is refused, and the files that commit it. */
const OFFENCES: Record<string, { refused: string; files: Record<string, string> }> = {
  "no-circular": {
    refused: "lib/a.ts -> lib/b.ts",
    files: {
      "lib/a.ts": 'import { b } from "./b";\nexport const a = () => b;',
      "lib/b.ts": 'import { a } from "./a";\nexport const b = () => a;',
    },
  },
  "no-orphans": {
    refused: "lib/alone.ts -> lib/alone.ts",
    files: { "lib/alone.ts": "export const alone = 1;" },
  },
  "no-unresolvable": {
    refused: "lib/lost.ts -> @/lib/nowhere",
    files: { "lib/lost.ts": 'export { nowhere } from "@/lib/nowhere";' },
  },
  "no-unlisted-package": {
    refused: "lib/unlisted.ts -> acorn",
    files: { "lib/unlisted.ts": 'import { parse } from "acorn";\nexport const x = parse;' },
  },
  "no-dev-package-in-production": {
    refused: "lib/dev.ts -> fast-check",
    files: { "lib/dev.ts": 'import fc from "fast-check";\nexport const x = fc;' },
  },
  "no-test-code-in-production": {
    refused: "lib/tested.ts -> tests/support/fake.ts",
    files: {
      "lib/tested.ts": 'import { fake } from "@/tests/support/fake";\nexport const x = fake;',
      "tests/support/fake.ts": "export const fake = 1;",
    },
  },
  "core-is-pure": {
    refused: "lib/money/now.ts -> lib/ids.ts",
    files: {
      "lib/money/now.ts": 'import { newId } from "@/lib/ids";\nexport const x = newId;',
      "lib/ids.ts": "export const newId = 1;",
    },
  },
  "components-run-no-services": {
    refused: "components/chat/list.tsx -> db/queries/chats.ts",
    files: {
      "components/chat/list.tsx":
        'export const List = () => <b onClick={() => import("@/db/queries/chats")}>x</b>;',
      "db/queries/chats.ts": "export const chats = 1;",
    },
  },
  "primitives-know-nothing-of-wye": {
    refused: "components/ui/button.tsx -> lib/chat/message.ts",
    files: {
      "components/ui/button.tsx":
        'import { STATUSES } from "@/lib/chat/message";\nexport const b = STATUSES;',
      "lib/chat/message.ts": "export const STATUSES = 1;",
    },
  },
  "app-calls-use-cases": {
    refused: "app/page.tsx -> db/client.ts",
    files: {
      "app/page.tsx": 'import { connect } from "@/db/client";\nexport default () => connect;',
      "db/client.ts": "export const connect = 1;",
    },
  },
  "lib-knows-no-transport": {
    refused: "lib/teams/page.ts -> app/actions.ts",
    files: {
      "lib/teams/page.ts": 'import type { A } from "@/app/actions";\nexport const x = (a: A) => a;',
      "app/actions.ts": "export type A = string;",
    },
  },
  "services-know-no-http": {
    refused: "lib/teams/create.ts -> lib/http/route.ts",
    files: {
      "lib/teams/create.ts": 'import { route } from "@/lib/http/route";\nexport const x = route;',
      "lib/http/route.ts": "export const route = 1;",
    },
  },
  "db-knows-no-services": {
    refused: "db/queries/teams.ts -> lib/teams/rename.ts",
    files: {
      "db/queries/teams.ts": 'import { rename } from "@/lib/teams/rename";\nexport const x = rename;',
      "lib/teams/rename.ts": "export const rename = 1;",
    },
  },
  "only-db-speaks-sql": {
    refused: "lib/usage/report.ts -> drizzle-orm",
    files: { "lib/usage/report.ts": 'import { sql } from "drizzle-orm";\nexport const x = sql;' },
  },
  "only-the-gate-names-vendors": {
    refused: "lib/chat/title.ts -> @ai-sdk/openai",
    files: {
      "lib/chat/title.ts": 'import { createOpenAI } from "@ai-sdk/openai";\nexport const x = createOpenAI;',
    },
  },
  "only-the-gate-calls-vendors": {
    refused: "lib/chat/ask.ts -> lib/providers/vendors/openai.ts",
    files: {
      "lib/chat/ask.ts": 'import { openai } from "@/lib/providers/vendors/openai";\nexport const x = openai;',
      "lib/providers/vendors/openai.ts": "export const openai = 1;",
    },
  },
};

const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  path.join(ROOT, ".dependency-cruiser.cjs"),
);

describe("import rules", () => {
  let violations: string[] = [];
  beforeAll(async () => {
    violations = await cruise(Object.assign({}, ...Object.values(OFFENCES).map((offence) => offence.files)));
  });

  test("each rule has an offence below that must be refused", () => {
    expect(Object.keys(OFFENCES)).toEqual(config.forbidden.map((rule) => rule.name));
  });

  test.each(Object.entries(OFFENCES))("%s refuses a planted import", (rule, { refused }) => {
    expect(violations).toContain(`${rule}: ${refused}`);
  });

  test("allowed imports are not refused", async () => {
    const files = {
      "app/page.tsx": 'import { List } from "@/components/chat/list";\nexport default () => <List />;',
      "components/chat/list.tsx":
        'import type { Row } from "@/db/queries/chats";\nimport { pico } from "@/lib/money/pico";\nexport const List = (row: Row) => <b>{pico(row)}</b>;',
      "db/queries/chats.ts": 'import { sql } from "drizzle-orm";\nexport type Row = typeof sql;',
      "components/ui/badge.tsx":
        'import type { Row } from "@/db/queries/chats";\nexport const Badge = (row: Row) => row;',
      "components/chat/mark.tsx":
        'import { Badge } from "@/components/ui/badge";\nexport const Mark = Badge;',
      "lib/money/pico.ts": 'import { z } from "zod";\nexport const pico = z.string;',
      "lib/completion/complete.ts":
        'import { model } from "@/lib/providers/registry";\nexport const complete = () => model;',
      "lib/providers/registry.ts":
        'import { createOpenAI } from "@ai-sdk/openai";\nexport const model = createOpenAI;',
    };
    expect(await cruise(files)).toEqual([]);
  });
});
