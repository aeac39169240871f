import { type Order, SORTS } from "./find-models";

/** An order as it is first shown: the longest context, the lowest price. */
export function sortOf(value: string): Order {
  const sort = SORTS.find((one) => one === value) ?? "usual";
  return { sort, descending: sort === "context" };
}
