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

/** Scrolls from where it is to the very beginning, as a hand does, and notes every message that comes by. */
export async function walkToBeginning(page: Page, stepPx: number): Promise<Walked> {
  const walk = await page.evaluateHandle(startWalk);
  await page.mouse.move(700, 400);
  for (let atTop = await page.evaluate((on) => on.look(), walk); !atTop; ) {
    await page.mouse.wheel(0, -stepPx);
    atTop = await page.evaluate((on) => on.look(), walk);
  }
  return page.evaluate((on) => on.walked(), walk);
}

/** Runs in the page. */
function startWalk() {
  const found = document.querySelector<HTMLElement>("[data-row]")?.closest<HTMLElement>(".overflow-y-auto");
  if (!found) throw new Error("no conversation");
  const scroller = found;
  const seen = new Set<number>();
  const wrong: string[] = [];
  let mostNodes = 0;
  let mostRows = 0;
  const note = ({ dataset }: HTMLElement): Set<number> => seen.add(Number(dataset.place));
  scroller.querySelectorAll<HTMLElement>("[data-row]").forEach(note);
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof HTMLElement && node.dataset.row !== undefined) note(node);
  });
  observer.observe(scroller, { childList: true, subtree: true });

  async function look(): Promise<boolean> {
    for (let count = 0; count < 3 || document.querySelector("[data-place]:not([data-row])"); count++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const rows = [...scroller.querySelectorAll<HTMLElement>("[data-row]")];
    rows.forEach((row, at) => {
      const place = Number(row.dataset.place);
      const before = rows[at - 1]?.dataset.place;
      if (before !== undefined && place !== Number(before) + 1) wrong.push(`${place} after ${before}`);
      if (!new RegExp(`(Question|Answer) ${place + 1}\\b`).test(row.textContent))
        wrong.push(`in place ${place}: ${row.textContent.slice(0, 40)}`);
    });
    mostRows = Math.max(mostRows, rows.length);
    mostNodes = Math.max(mostNodes, document.querySelectorAll("*").length);
    return scroller.scrollTop <= 0;
  }
  const walked = () => ({ places: [...seen].sort((a, b) => a - b), wrong, mostNodes, mostRows });
  return { look, walked };
}
