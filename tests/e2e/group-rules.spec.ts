import { expect } from "@playwright/test";
import { connect } from "@/db/client";
import { membership, teamGroup } from "@/db/schema";
import { newId } from "@/lib/ids";
import { databaseUrlOf } from "@/tests/support/seed-chats";
import { inspect } from "./support/inspect";
import { button, open, tryNow } from "./support/router-page";
import { seedDecisions } from "./support/seed-decisions";
import { test } from "./support/test";

// A team of its own: its routing is changed.
test.use({ models: ["gpt-4o-mini", "o4-mini"], wires: { OPENAI: "openai" } });

test("a rule for a group is said, tried on past questions and saved, and says when its group is gone", async ({
  browser,
  ownerState,
  page,
  wye,
}) => {
  await seedDecisions(wye, 12);
  const { db, close } = connect(await databaseUrlOf(wye.dataDir), { maxConnections: 1 });
  try {
    const [owner] = await db.select().from(membership).limit(1);
    if (!owner) throw new RangeError("nobody has an account");
    await db.insert(teamGroup).values([
      { teamId: owner.teamId, id: newId(), name: "Law students" },
      { teamId: owner.teamId, id: newId(), name: "Teachers" },
    ]);
    await open(page);
    await button(page, "Add a rule").click();
    await page.getByRole("combobox", { name: "It comes from" }).click();
    await page.getByRole("option", { name: "Law students" }).click();
    await page.getByRole("combobox", { name: "Mode" }).click();
    await page.getByRole("option", { name: "Reasoning" }).click();
    await tryNow(page);
    await expect(page.getByText("decides no past question")).toBeVisible();
    await button(page, "Save").click();
    await expect(page.getByText("If the question comes from Law students: Reasoning")).toBeVisible();
    await inspect(browser, wye.url, ownerState, [
      {
        name: "group-rule",
        path: "/router",
        ready: (shown) => shown.getByText("Law students"),
        prepare: (shown) => shown.getByText("Law students").click(),
      },
    ]);
    await db.update(teamGroup).set({ deletedAt: new Date() });
    await open(page);
    await expect(page.getByText("comes from a group that is gone")).toBeVisible();
  } finally {
    await close();
  }
});
