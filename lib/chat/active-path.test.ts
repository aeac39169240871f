import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activePath } from "./active-path";

/** Any forest: each node's parent is an earlier node, or none. */
const forest = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 60 }).map((parents) =>
  parents.map((parent, index) => ({
    id: `m${index}`,
    parentId: parent === null || index === 0 ? null : `m${parent % index}`,
  })),
);

describe("the active path", () => {
  test("runs from a root to the leaf, each message the parent of the next", () => {
    fc.assert(
      fc.property(forest, fc.nat(), (rows, pick) => {
        const leaf = rows[pick % rows.length];
        const path = activePath(rows, leaf?.id ?? null);
        expect(path[0]?.parentId).toBeNull();
        expect(path.at(-1)).toEqual(leaf);
        path.slice(1).forEach((row, position) => {
          expect(row.parentId).toBe(path[position]?.id);
        });
      }),
    );
  });

  test("falls back to the newest message when the remembered leaf is gone", () => {
    fc.assert(
      fc.property(forest, (rows) => {
        expect(activePath(rows, "gone").at(-1)).toEqual(rows.at(-1));
        expect(activePath(rows, null)).toEqual(activePath(rows, "gone"));
      }),
    );
  });

  test("of nothing is nothing, and a ring of parents ends", () => {
    expect(activePath([], "x")).toEqual([]);
    const ring = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    expect(activePath(ring, "a").map(({ id }) => id)).toEqual(["b", "a"]);
  });
});
