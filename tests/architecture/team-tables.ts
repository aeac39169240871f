import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";

const TEAM = "team_id";
type Config = ReturnType<typeof getTableConfig>;

/** What stands in the way of distributing these tables by team: a table without its team, or a key that does not
 *  begin with it. Reference tables are copied to every node, so they need no team. */
export function undistributable(tables: readonly PgTable[], referenceTables: readonly string[]): string[] {
  return tables.flatMap((table) => {
    const config = getTableConfig(table);
    const hasTeam = config.columns.some((column) => column.name === TEAM);
    if (referenceTables.includes(config.name)) return hasTeam ? [`${config.name}: has a team after all`] : [];
    if (!hasTeam) return [`${config.name}: no ${TEAM}`];
    return keysOf(config)
      .filter(({ columns }) => columns[0] !== TEAM)
      .map(({ key, columns }) => `${config.name}: ${key} (${columns.join(", ")})`);
  });
}

export function tablesOf(module: Readonly<Record<string, unknown>>): PgTable[] {
  return Object.values(module).filter((value): value is PgTable => is(value, PgTable));
}

interface Key {
  key: string;
  columns: string[];
}

function keysOf(config: Config): Key[] {
  const primary = primaryKeyOf(config);
  return [
    { key: "primary key", columns: primary },
    ...config.columns
      .filter((column) => column.isUnique)
      .map((column) => ({ key: "unique", columns: [column.name] })),
    ...config.uniqueConstraints.map(({ columns }) => ({
      key: "unique",
      columns: columns.map(({ name }) => name),
    })),
    ...config.indexes
      .filter((index) => index.config.unique)
      .map((index) => ({ key: "unique index", columns: index.config.columns.map(columnName) })),
    ...foreignKeysOf(config),
  ];
}

function primaryKeyOf(config: Config): string[] {
  const composite = config.primaryKeys[0]?.columns.map((column) => column.name);
  return composite ?? config.columns.filter((column) => column.primary).map((column) => column.name);
}

/** A key to a reference table needs no team: every node holds the whole of it. */
function foreignKeysOf(config: Config): Key[] {
  return config.foreignKeys
    .map((foreignKey) => foreignKey.reference())
    .filter(({ foreignTable }) => getTableConfig(foreignTable).columns.some((column) => column.name === TEAM))
    .flatMap(({ columns, foreignColumns }) => [
      { key: "foreign key", columns: columns.map((column) => column.name) },
      { key: "foreign key to", columns: foreignColumns.map((column) => column.name) },
    ]);
}

/** An expression in an index has no name, and is no team. */
function columnName(column: object): string {
  return "name" in column && typeof column.name === "string" ? column.name : "expression";
}
