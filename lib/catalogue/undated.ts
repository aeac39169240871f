/** The id of a model without the day of its release. */
export function undated(id: string): string {
  return id.replace(/-(\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|latest)$/, "");
}
