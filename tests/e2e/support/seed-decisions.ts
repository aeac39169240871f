import { connect } from "@/db/client";
import { membership } from "@/db/schema";
import type { Context } from "@/lib/context";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Mode } from "@/lib/router/choice";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import { recordCall } from "@/tests/support/record-call";
import { recordDecision } from "@/tests/support/record-decision";
import { databaseUrlOf } from "@/tests/support/seed-chats";
import type { Wye } from "@/tests/support/server";

const NO_GROUPS = { groupIds: [], managedGroupIds: [] };

const KINDS = ["fact", "explanation", "writing", "code", "proof", "translation"] as const;
const QUESTIONS = [
  "What is a monad?",
  "Where is invoice 17?",
  "Prove that there are infinitely many primes.",
];

const RATE = makeRate({
  ...{
    vendor: "openai",
    model: "gpt-4o-mini",
    currency: "USD",
    perMillion: { input: "0.15", output: "0.6" },
  },
  ...{ validFrom: "2026-01-01", version: "seeded" },
});

const inReasoning = (costPico: string): DecisionNotes["alternatives"] => [
  {
    ...{ provider: "openai", model: "o4-mini", mode: "reasoning", effort: null },
    ...{ inputTokens: 100, outputTokens: 1200, costPico, currency: "USD", ms: 9_000 },
  },
];

/** So many questions that Auto decided for the owner: every third in Reasoning, some asked again, some with a thumb, one
 *  that failed over. */
export async function seedDecisions({ dataDir }: Wye, count: number): Promise<void> {
  const { db, close } = connect(await databaseUrlOf(dataDir), { maxConnections: 1 });
  try {
    const [owner] = await db.select().from(membership).limit(1);
    if (!owner) throw new RangeError("nobody has an account");
    const { teamId, personId } = owner;
    const actor = {
      kind: "person",
      personId,
      teamId,
      role: "owner",
      ...NO_GROUPS,
      instanceAdmin: true,
    } as const;
    const context: Context = { db, actor, requestId: "seed" };
    for (let nth = 0; nth < count; nth += 1) await seedOne(context, nth);
  } finally {
    await close();
  }
}

async function seedOne(context: Context, nth: number): Promise<void> {
  const mode: Mode = nth % 3 === 2 ? "reasoning" : "knowledge";
  const isOverridden = nth % 10 === 1;
  const { messageId } = await recordDecision(context, {
    mode,
    model: mode === "reasoning" ? "o4-mini" : "gpt-4o-mini",
    question: QUESTIONS[nth % QUESTIONS.length] ?? "",
    kind: KINDS[nth % KINDS.length] ?? null,
    pReasoning: mode === "reasoning" ? 0.9 : isOverridden ? 0.42 : 0.1,
    decidedBy: nth % 7 === 0 ? "default" : "classifier",
    ...{ estimatePico: "120000000", currency: "USD", estimateMs: 30, hops: nth === 4 ? 1 : 0 },
    override: isOverridden ? { mode: "reasoning", model: null, messageId: crypto.randomUUID() } : null,
    thumb: nth % 8 === 0 ? 1 : nth % 11 === 0 ? -1 : null,
    call: { rate: RATE, usage: { input: 400, output: mode === "reasoning" ? 900 : 150 } },
    notes: { alternatives: mode === "knowledge" ? inReasoning("5500000000") : [] },
  });
  if (nth === 4)
    await recordCall(context, {
      ...{ vendor: "deepseek", rate: null, usage: {}, messageId, errorCode: "vendor_unavailable" },
    });
}
