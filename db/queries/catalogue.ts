import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { catalogueModel } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

export type CatalogueModelRow = typeof catalogueModel.$inferSelect;
type Key = Pick<CatalogueModelRow, "teamId" | "vendor" | "model" | "origin">;

const ROWS_A_STATEMENT = 1000;

export async function listCatalogueModels(db: Db, teamId: string): Promise<CatalogueModelRow[]> {
  return db.select().from(catalogueModel).where(eq(catalogueModel.teamId, teamId));
}

/** Names that customers gave to any of some models: of a team and the instance, or (null) of every team.
 *  @param models `vendor/model`, in lower case */
export async function listDeployments(
  db: Db,
  teamId: string | null,
  models: readonly string[],
): Promise<Pick<CatalogueModelRow, "vendor" | "model">[]> {
  const { vendor, model, entry } = catalogueModel;
  const isOurs = teamId === null ? undefined : inArray(catalogueModel.teamId, [teamId, INSTANCE_TEAM_ID]);
  return db
    .selectDistinct({ vendor, model })
    .from(catalogueModel)
    .where(and(isOurs, inArray(sql`lower(${entry} ->> 'sameAs')`, [...models])));
}

export async function findCatalogueModel(db: Db, key: Key): Promise<CatalogueModelRow | null> {
  const rows = await db.select().from(catalogueModel).where(isAt(key));
  return rows[0] ?? null;
}

export async function upsertCatalogueModel(db: Db, row: typeof catalogueModel.$inferInsert): Promise<void> {
  await db
    .insert(catalogueModel)
    .values(row)
    .onConflictDoUpdate({
      target: [catalogueModel.teamId, catalogueModel.vendor, catalogueModel.model, catalogueModel.origin],
      set: { entry: row.entry, hidden: row.hidden ?? false, setBy: row.setBy ?? null },
    });
}

/** @returns whether there was none before. */
export async function insertCatalogueModel(
  db: Db,
  row: typeof catalogueModel.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(catalogueModel)
    .values(row)
    .onConflictDoNothing()
    .returning({ model: catalogueModel.model });
  return rows.length > 0;
}

/** @returns whether there was one. */
export async function deleteCatalogueModel(db: Db, key: Key): Promise<boolean> {
  const rows = await db.delete(catalogueModel).where(isAt(key)).returning({ model: catalogueModel.model });
  return rows.length > 0;
}

/** Puts rows in the place of all that the team has of this origin. */
export async function replaceCatalogueModels(
  db: Db,
  teamId: string,
  origin: string,
  rows: (typeof catalogueModel.$inferInsert)[],
): Promise<void> {
  await db
    .delete(catalogueModel)
    .where(and(eq(catalogueModel.teamId, teamId), eq(catalogueModel.origin, origin)));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await db.insert(catalogueModel).values(rows.slice(from, from + ROWS_A_STATEMENT));
}

function isAt({ teamId, vendor, model, origin }: Key) {
  return and(
    eq(catalogueModel.teamId, teamId),
    eq(catalogueModel.vendor, vendor),
    eq(catalogueModel.model, model),
    eq(catalogueModel.origin, origin),
  );
}
