import { displayWidth } from "./display-width";

export interface Column<Row> {
  title: string;
  value: (row: Row) => string;
  align?: "left" | "right";
}

const GAP = "  ";

/** Rows under their titles, each column as wide as its widest cell. */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => oneLine(value(row)))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => displayWidth(cells[at] ?? ""))));
  return lines
    .map((cells) => {
      const padded = cells.map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align ?? "left"));
      return padded.join(GAP).trimEnd();
    })
    .join("\n");
}

function pad(cell: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return align === "left" ? cell + space : space + cell;
}

/** A line break, or an escape that a terminal would obey, would break the table. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}
