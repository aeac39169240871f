export interface Row<Figures> {
  title: string;
  digits: number;
  read: (figures: Figures) => number | null;
}

export interface Table<Name extends string, Figures> {
  titles: Readonly<Record<Name, string>>;
  /** Stands out among the others. */
  subject: Name;
  rows: readonly Row<Figures>[];
  /** Columns that divide one's figures by another's, where both were measured. */
  ratios: readonly (readonly [of: Name, by: Name])[];
}

/** A Markdown table: a column for each that was measured, and the ratios. */
export function toTable<Name extends string, Figures>(
  { titles, subject, rows, ratios }: Table<Name, Figures>,
  results: Partial<Record<Name, Figures>>,
): string {
  const names = (Object.keys(titles) as Name[]).filter((name) => results[name] !== undefined);
  const pairs = ratios.filter((pair) => pair.every((name) => results[name] !== undefined));
  const heads = [
    "",
    ...names.map((name) => (name === subject ? `**${titles[name]}**` : titles[name])),
    ...pairs.map(([of, by]) => `${titles[of]} : ${titles[by]}`),
  ];
  const lines = rows.map(({ title, digits, read }) => {
    const figureOf = (name: Name): number | null => {
      const figures = results[name];
      return figures === undefined ? null : read(figures);
    };
    return [
      title,
      ...names.map((name) => format(figureOf(name), digits)),
      ...pairs.map(([of, by]) => ratio(figureOf(of), figureOf(by))),
    ];
  });
  return [heads, heads.map((_, index) => (index === 0 ? "---" : "---:")), ...lines].map(toRow).join("\n");
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function format(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function ratio(a: number | null, b: number | null): string {
  return a === null || b === null || b === 0 ? "–" : (a / b).toFixed(2);
}
