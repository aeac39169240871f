import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/db/client";
import { openDatabase } from "@/db/embedded/open-database";
import { migrate } from "@/db/migrate";
import { openChaos } from "./chaos-world";
import { setChaosEnvironment } from "./environment";
import { reportChaos } from "./report-chaos";
import { type ChaosResult, runChaos } from "./run-chaos";

/** Asks `questions` of a seed on a database of its own, and tells what came of them. */
export async function playChaos(
  { seed, questions }: { seed: number; questions: number },
  log: (line: string) => void,
): Promise<ChaosResult> {
  setChaosEnvironment();
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-chaos-"));
  const database = await openDatabase({ dataDir, log });
  try {
    await migrate({ databaseUrl: database.url, folder: path.resolve("drizzle"), log });
    const { db, close } = connect(database.url, { maxConnections: 10 });
    const world = await openChaos(db);
    try {
      let asked = 0;
      const result = await runChaos(world, { seed, questions }, (block) => {
        asked += block.questions.length;
        log(`${asked} asked; ${block.host} was ${block.trouble}`);
      });
      tell(result, log);
      return result;
    } finally {
      await world.close();
      await close();
    }
  } finally {
    await database.release();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function tell(result: ChaosResult, log: (line: string) => void): void {
  for (const { question, block, problems, rows } of result.answers) {
    if (problems.length === 0) continue;
    log(`${question.marker} (${JSON.stringify(question.choice)}, ${block.host} was ${block.trouble}):`);
    for (const problem of problems) log(`    ${problem}`);
    for (const { vendor, model, outcome, errorCode } of rows)
      log(`      ${vendor} ${model}: ${outcome} ${errorCode ?? ""}`);
  }
  log(reportChaos(result));
  for (const problem of result.problems) log(`The whole: ${problem}`);
}
