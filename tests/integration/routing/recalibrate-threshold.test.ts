import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audit, decision } from "@/db/schema";
import type { Context } from "@/lib/context";
import { firstIdAt, newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import type { Mode } from "@/lib/router/choice";
import { cutAt, modeAt } from "@/lib/router/cut";
import { getRouting } from "@/lib/routing/get-routing";
import {
  applyRecalibration,
  LEAST_DECISIONS,
  previewRecalibration,
} from "@/lib/routing/recalibrate-threshold";
import { saveRouting } from "@/lib/routing/save-routing";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { NOTES } from "@/tests/support/record-decision";
import type { TestTeam } from "@/tests/support/team";
import { policyOf, routingTeam } from "./routing-world";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ team, owner } = await routingTeam(database.db));
});

interface Outcome {
  pReasoning: number;
  mode: Mode;
  overriddenTo?: Mode | undefined;
}

async function record(
  { db, actor }: Context,
  outcomes: readonly Outcome[],
  part: Partial<typeof decision.$inferInsert> = {},
) {
  await db.insert(decision).values(
    outcomes.map(({ pReasoning, mode, overriddenTo }) => ({
      ...{
        teamId: actor.teamId,
        id: newId(),
        personId: actor.personId,
        choice: { kind: "mode", mode: "auto" } as const,
      },
      ...{
        provider: "openai",
        model: "gpt-4o-mini",
        decidedBy: "classifier" as const,
        notes: NOTES,
        pReasoning,
        mode,
      },
      override: overriddenTo ? { mode: overriddenTo, model: null, messageId: newId() } : null,
      ...part,
    })),
  );
}

/** Everything from 0.3 on that was taken for Knowledge was asked again in Reasoning. */
const TOO_HIGH: Outcome[] = Array.from({ length: LEAST_DECISIONS }, (_, nth) => {
  const pReasoning = (nth + 0.5) / LEAST_DECISIONS;
  const mode = modeAt(pReasoning, cutAt(null)) === "reasoning" ? "reasoning" : "knowledge";
  return { pReasoning, mode, overriddenTo: mode === "knowledge" && nth >= 30 ? "reasoning" : undefined };
});

/** As `recalibrate` counts, by hand. */
function recount(threshold: number | null, outcomes = TOO_HIGH) {
  const wrong = outcomes.flatMap(({ pReasoning, mode, overriddenTo }) => {
    const judged = modeAt(pReasoning, cutAt(threshold));
    const given = judged === "unsure" ? "knowledge" : judged;
    const wanted = overriddenTo ?? mode;
    return given === wanted ? [] : [wanted];
  });
  return {
    toReasoning: wrong.filter((mode) => mode === "reasoning").length,
    toKnowledge: wrong.filter((mode) => mode === "knowledge").length,
  };
}

test.each(ROLES)("a %s may look at it and set it exactly if they may change the routing", async (role) => {
  await record(owner, TOO_HIGH);
  const context = await team.as(role);
  const { version, to } = await previewRecalibration(owner);
  if (isAllowed(context.actor, "mode:write")) {
    await expect(previewRecalibration(context)).resolves.toMatchObject({ to });
    await expect(applyRecalibration(context, { version, to })).resolves.toMatchObject({
      after: { policy: { threshold: to } },
    });
  } else {
    await expect(previewRecalibration(context)).rejects.toMatchObject({ code: "forbidden" });
    await expect(applyRecalibration(context, { version, to })).rejects.toMatchObject({ code: "forbidden" });
    expect((await getRouting(owner)).policy.threshold).toBeNull();
  }
});

test("what is shown is a recount of the recorded decisions at both thresholds", async () => {
  await record(owner, TOO_HIGH);
  const effect = await previewRecalibration(owner);
  expect(effect).toMatchObject({ decisions: LEAST_DECISIONS, missing: 0, from: null });
  expect(effect.before).toEqual(recount(null));
  expect(effect.after).toEqual(recount(effect.to));
  const sum = ({ toReasoning, toKnowledge }: typeof effect.after) => toReasoning + toKnowledge;
  expect(sum(effect.after)).toBeLessThan(sum(effect.before));
  const everywhere = Array.from({ length: 91 }, (_, step) => sum(recount((step + 5) / 100)));
  expect(sum(effect.after)).toBe(Math.min(...everywhere));
});

test("too few decisions say how many are missing, and set nothing", async () => {
  await record(owner, TOO_HIGH.slice(0, 40));
  const effect = await previewRecalibration(owner);
  expect(effect).toMatchObject({ decisions: 40, missing: LEAST_DECISIONS - 40 });
  await expect(applyRecalibration(owner, effect)).rejects.toMatchObject({ code: "conflict" });
  expect((await getRouting(owner)).policy.threshold).toBeNull();
});

test("only what Auto decided by itself counts, in the last 90 days, in this team", async () => {
  const wrong: Outcome[] = [{ pReasoning: 0.4, mode: "knowledge", overriddenTo: "reasoning" }];
  await record(owner, wrong, { decidedBy: "conversation" });
  await record(owner, wrong, { decidedBy: "rule" });
  await record(owner, wrong, { choice: { kind: "mode", mode: "knowledge" }, decidedBy: "person" });
  await record(owner, wrong, { id: firstIdAt(new Date(Date.now() - 91 * 86_400_000)) });
  await record((await routingTeam(database.db)).owner, wrong);
  expect(await previewRecalibration(owner)).toMatchObject({ decisions: 0 });
  await record(owner, wrong, { decidedBy: "default" });
  await record(owner, wrong);
  expect(await previewRecalibration(owner)).toMatchObject({ decisions: 2 });
});

test("what was set stands in the audit with its effect, and can be taken back", async () => {
  await record(owner, TOO_HIGH);
  const effect = await previewRecalibration(owner);
  const { before, after } = await applyRecalibration(owner, effect);
  expect((await getRouting(owner)).policy).toEqual(policyOf({ threshold: effect.to }));
  const [row] = await database.db
    .select()
    .from(audit)
    .where(eq(audit.teamId, owner.actor.teamId))
    .orderBy(desc(audit.id));
  expect(row).toMatchObject({
    action: "routing.recalibrate",
    before: { threshold: null, overrides: effect.before },
    after: { threshold: effect.to, overrides: effect.after, decisions: LEAST_DECISIONS },
  });
  expect(await saveRouting(owner, { ...before, version: after.version })).toEqual(before);
});

test("what would do something else than was looked at is refused", async () => {
  await record(owner, TOO_HIGH);
  const effect = await previewRecalibration(owner);
  const { version, policy, modes } = await getRouting(owner);
  await saveRouting(owner, { policy: { ...policy, quality: 0.5 }, modes, version });
  await expect(applyRecalibration(owner, effect)).rejects.toMatchObject({ code: "conflict" });
  const seen = await previewRecalibration(owner);
  await expect(applyRecalibration(owner, { ...seen, to: 0.07 })).rejects.toMatchObject({ code: "conflict" });
  expect((await getRouting(owner)).policy.threshold).toBeNull();
});
