import type { Page } from "@playwright/test";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { databaseUrlOf, findOwner, longPath, type Owned, seedChat } from "@/tests/support/seed-chats";
import type { Wye } from "@/tests/support/server";

/** Works on the database of a server that runs, as the owner. */
export async function onDatabase<Value>(
  { dataDir }: Wye,
  work: (sql: postgres.Sql, owner: Owned) => Promise<Value>,
): Promise<Value> {
  const sql = postgres(await databaseUrlOf(dataDir), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql, await findOwner(sql));
  } finally {
    await sql.end();
  }
}

/** A chat of so many messages, of which one far up was also asked in another way. @returns its id. */
export async function longChat(wye: Wye, count: number, editedPlace: number): Promise<string> {
  const trunk = longPath(count);
  const edited = {
    id: uuidv7(),
    parentId: trunk[editedPlace - 1]?.id ?? null,
    role: "user",
    text: "Asked otherwise",
  } as const;
  const answer = {
    id: uuidv7(),
    parentId: edited.id,
    role: "assistant",
    text: "Answered otherwise",
  } as const;
  const messages = [...trunk.slice(0, -1), edited, answer, ...trunk.slice(-1)];
  return onDatabase(wye, (sql, owner) => seedChat(sql, owner, "A long chat", messages));
}

export interface Walked {
  places: number[];
  /** What stood where it should not. */
  wrong: string[];
  mostNodes: number;
  mostRows: number;
}

/** Scrolls from where it is to the very beginning and notes every message that comes by. */
export function walkToBeginning(page: Page, stepPx: number): Promise<Walked> {
  return page.evaluate(async (step) => {
    const scroller = document
      .querySelector<HTMLElement>("[data-row]")
      ?.closest<HTMLElement>(".overflow-y-auto");
    if (!scroller) throw new Error("no conversation");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const settled = async () => {
      for (let count = 0; count < 2 || document.querySelector("[data-place]:not([data-row])"); count++)
        await frame();
    };
    const seen = new Set<number>();
    const walked = { wrong: [] as string[], mostNodes: 0, mostRows: 0 };
    for (;;) {
      await settled();
      const rows = [...scroller.querySelectorAll<HTMLElement>("[data-row]")];
      let before: number | null = null;
      for (const row of rows) {
        const place = Number(row.dataset.place);
        if (before !== null && place !== before + 1) walked.wrong.push(`${place} after ${before}`);
        if (!new RegExp(`(Question|Answer) ${place + 1}\\b`).test(row.textContent ?? ""))
          walked.wrong.push(`in place ${place}: ${row.textContent?.slice(0, 40)}`);
        before = place;
        seen.add(place);
      }
      walked.mostRows = Math.max(walked.mostRows, rows.length);
      walked.mostNodes = Math.max(walked.mostNodes, document.querySelectorAll("*").length);
      if (scroller.scrollTop <= 0) break;
      scroller.scrollTop -= step;
    }
    return { ...walked, places: [...seen].sort((a, b) => a - b) };
  }, stepPx);
}
