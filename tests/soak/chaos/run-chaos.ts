import { eq, sql } from "drizzle-orm";
import type { LedgerRow } from "@/db/queries/ledgers";
import { decision, ledger } from "@/db/schema";
import { backgroundIdle } from "@/lib/background";
import { getConversation } from "@/lib/chat/get-conversation";
import { startReply } from "@/lib/chat/start-reply";
import { newId } from "@/lib/ids";
import type { Call } from "@/tests/support/upstream/call";
import { isTitle, markerOf } from "./chaos-host";
import type { ChaosWorld } from "./chaos-world";
import { type ChaosAnswer, type HostCall, judgeAnswer } from "./judge-answer";
import { type ChaosBlock, type ChaosQuestion, type HostName, planChaos } from "./plan-chaos";

/** So many people ask at once. */
const ASKERS = 4;

export interface ChaosResult {
  answers: readonly (ChaosAnswer & { problems: readonly string[] })[];
  /** Of the whole. */
  problems: readonly string[];
  rows: readonly LedgerRow[];
  /** Calls that hosts saw. */
  calls: number;
}

/** Asks every question of a seed while one host after the other is in trouble, and judges what came of each. */
export async function runChaos(
  world: ChaosWorld,
  { seed, questions }: { seed: number; questions: number },
  onBlock: (block: ChaosBlock) => void = () => undefined,
): Promise<ChaosResult> {
  const asked: Asked[] = [];
  for (const block of planChaos(seed, questions)) {
    const end = await world.suffer(block);
    const waiting = [...block.questions];
    const ask = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        asked.push(await askOne(world, block, next));
    };
    await Promise.all(Array.from({ length: ASKERS }, ask));
    await backgroundIdle();
    await end();
    await world.letTimePass();
    onBlock(block);
  }
  return judgeAll(world, asked);
}

interface Asked {
  block: ChaosBlock;
  question: ChaosQuestion;
  chatId: string;
  answerId: string;
}

async function askOne({ owner }: ChaosWorld, block: ChaosBlock, question: ChaosQuestion): Promise<Asked> {
  const ids = { chatId: newId(), answerId: newId() };
  const run = await startReply(owner, {
    ...ids,
    message: { id: newId(), text: question.text },
    parentId: null,
    choice: question.choice,
  });
  await run.ended;
  return { block, question, ...ids };
}

/** A call as a host saw it, and which question it was for. */
interface SeenCall extends HostCall {
  marker: string;
  isTitle: boolean;
}

async function judgeAll(world: ChaosWorld, asked: readonly Asked[]): Promise<ChaosResult> {
  const { db, owner, hosts } = world;
  const { teamId } = owner.actor;
  const rows = await db.select().from(ledger).where(eq(ledger.teamId, teamId)).orderBy(ledger.seq);
  const decisions = await db.select().from(decision).where(eq(decision.teamId, teamId));
  const calls = [...hosts.values()].flatMap(({ name, calls: seen }) =>
    seen.map((call) => toSeen(name, call)),
  );
  const callsOf = Map.groupBy(calls, ({ marker }) => marker);
  const rowsOf = Map.groupBy(rows, ({ chatId }) => chatId);
  const decisionOf = new Map(decisions.map((row) => [row.messageId, row]));
  const answers = [];
  for (const { block, question, chatId, answerId } of asked) {
    const { messages } = await getConversation(owner, chatId);
    const [seen, written] = [callsOf.get(question.marker) ?? [], rowsOf.get(chatId) ?? []];
    const answer: ChaosAnswer = {
      ...{ block, question, answerId, messages },
      rows: written.filter(({ purpose }) => purpose === "chat"),
      calls: seen.filter((call) => !call.isTitle),
      titleRows: written.filter(({ purpose }) => purpose === "title"),
      titleCalls: seen.filter((call) => call.isTitle),
      decision: decisionOf.get(answerId) ?? null,
    };
    answers.push({ ...answer, problems: judgeAnswer(answer) });
  }
  return { answers, problems: await judgeWhole(world, asked, rows, calls), rows, calls: calls.length };
}

const toSeen = (host: HostName, call: Call): SeenCall => ({
  ...{ host, call },
  marker: markerOf(call) ?? "none",
  isTitle: isTitle(call),
});

async function judgeWhole(
  { db, owner }: ChaosWorld,
  asked: readonly Asked[],
  rows: readonly LedgerRow[],
  calls: readonly SeenCall[],
): Promise<string[]> {
  const problems: string[] = [];
  const reached = rows.filter(({ errorCode }) => errorCode !== "vendor_unreachable").length;
  if (reached !== calls.length)
    problems.push(`hosts saw ${calls.length} calls, the ledger has ${reached} rows of them`);
  const markers = new Set(asked.map(({ question }) => question.marker));
  const strays = calls.filter(({ marker }) => !markers.has(marker)).length;
  if (strays > 0) problems.push(`${strays} calls that no question asked for`);
  const [open] = await db.execute<{ open: number }>(
    sql`select count(*)::int as open from call where team_id = ${owner.actor.teamId}`,
  );
  if (open?.open !== 0) problems.push(`${open?.open} calls are open at the end`);
  const last = rows.at(-1)?.seq ?? 0;
  if (last !== rows.length) problems.push(`${rows.length} rows are numbered up to ${last}`);
  return problems;
}
