import { expect, test } from "vitest";
import { openChaos } from "@/tests/soak/chaos/chaos-world";
import { setChaosEnvironment } from "@/tests/soak/chaos/environment";
import { runChaos } from "@/tests/soak/chaos/run-chaos";
import { freshDatabase } from "@/tests/support/database";

/** `npm run soak -- --part chaos` asks a thousand. */
const SAMPLE = { seed: 1, questions: 48 };

test("while one vendor after the other is in trouble, every question is answered by another, and none twice", async () => {
  setChaosEnvironment();
  const database = await freshDatabase();
  const world = await openChaos(database.db);
  try {
    const { answers, problems, rows } = await runChaos(world, SAMPLE);
    const wrong = answers.filter((answer) => answer.problems.length > 0);
    expect(wrong.map(({ question, block, problems: found }) => [question, block.trouble, found])).toEqual([]);
    expect(problems).toEqual([]);
    expect(answers).toHaveLength(SAMPLE.questions);
    // Otherwise nothing was in anybody's way.
    const failed = new Set(rows.map(({ errorCode }) => errorCode));
    expect([...failed]).toEqual(
      expect.arrayContaining(["vendor_unreachable", "vendor_timeout", "vendor_cut"]),
    );
  } finally {
    await world.close();
    await database.drop();
  }
});
