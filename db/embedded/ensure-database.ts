import postgres from "postgres";

export const DATABASE_NAME = "wye";

/** A killed first start may have left the cluster without it. */
export async function ensureDatabase(serverUrl: string): Promise<void> {
  const sql = postgres(`${serverUrl}/postgres`, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE_NAME}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE_NAME)}`;
  } finally {
    await sql.end();
  }
}
