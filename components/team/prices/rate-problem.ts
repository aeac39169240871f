/** What is said of a field of an exchange rate that is wrong. */
export function rateProblem(field: string): "rate" | "day" | "currency" {
  return field === "rate" || field === "day" ? field : "currency";
}
