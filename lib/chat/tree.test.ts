import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyPath } from "./copy-path";
import type { MessageRole } from "./message";
import { activePath, branchEnd, pathAbove, ROOT, siblingsOf, type TreeNode } from "./tree";

/** Any forest: each node's parent is an earlier node, or none; any of them may be deleted. */
const forest = fc
  .array(fc.record({ parent: fc.option(fc.nat(), { nil: null }), deleted: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((made) =>
    made.map(({ parent, deleted }, index) => ({
      id: `m${index}`,
      parentId: parent === null || index === 0 ? null : `m${parent % index}`,
      deleted,
    })),
  );

const ids = (path: readonly { node: TreeNode }[]) => path.map(({ node }) => node.id);

/** Each shown message hangs under the one before it, from a root to an end. */
function expectPath(nodes: readonly TreeNode[], leafId: string | null): void {
  const path = activePath(nodes, leafId);
  path.forEach(({ node, parentId }, position) => {
    expect(node.deleted).toBe(false);
    expect(parentId).toBe(path[position - 1]?.node.id ?? null);
  });
  const last = path.at(-1);
  if (last) expect(branchEnd(nodes, last.node.id)).toBe(last.node.id);
  else expect(nodes.every(({ deleted }) => deleted)).toBe(true);
}

describe("the active path", () => {
  test("is a path of shown messages from a root to an end, through the remembered leaf", () => {
    fc.assert(
      fc.property(forest, fc.nat(), (nodes, pick) => {
        const leaf = nodes[pick % nodes.length];
        expectPath(nodes, leaf?.id ?? null);
        expectPath(nodes, null);
        expectPath(nodes, "gone");
        if (leaf && !leaf.deleted) expect(ids(activePath(nodes, leaf.id))).toContain(leaf.id);
      }),
    );
  });

  test("above any of its messages is what leads there, and above a deleted one what led there", () => {
    fc.assert(
      fc.property(forest, fc.nat(), (nodes, pick) => {
        const leaf = nodes[pick % nodes.length];
        const path = activePath(nodes, leaf?.id ?? null);
        path.forEach(({ node }, place) => {
          expect(pathAbove(nodes, node.id)).toEqual(path.slice(0, place));
        });
        const deleted = nodes.map((node) =>
          node.id === path.at(-1)?.node.id ? { ...node, deleted: true } : node,
        );
        const last = path.at(-1);
        if (last) expect(pathAbove(deleted, last.node.id)).toEqual(path.slice(0, -1));
        expect(pathAbove(nodes, "gone")).toBeNull();
      }),
    );
  });

  test("of nothing is nothing, and a ring of parents ends", () => {
    expect(activePath([], "x")).toEqual([]);
    const ring = [
      { id: "a", parentId: "b", deleted: false },
      { id: "b", parentId: "a", deleted: false },
    ];
    expect(ids(activePath(ring, "a"))).toEqual(["b", "a"]);
    const deleted = ring.map((node) => ({ ...node, deleted: true }));
    expect(activePath(deleted, "a")).toEqual([]);
  });

  test("goes on past a deleted message to what followed it", () => {
    const nodes = [
      { id: "q", parentId: null, deleted: false },
      { id: "a", parentId: "q", deleted: true },
      { id: "q2", parentId: "a", deleted: false },
    ];
    expect(activePath(nodes, "q2").map(({ node, parentId }) => [node.id, parentId])).toEqual([
      ["q", null],
      ["q2", "q"],
    ]);
  });

  test("turns to the newest branch beside a deleted end", () => {
    const nodes = [
      { id: "q", parentId: null, deleted: false },
      { id: "a1", parentId: "q", deleted: false },
      { id: "a2", parentId: "q", deleted: true },
    ];
    expect(ids(activePath(nodes, "a2"))).toEqual(["q", "a1"]);
  });
});

test("every shown message is reached by walking from branch to branch", () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      const reached = new Set<string>();
      const waiting: (string | null)[] = [null];
      const tried = new Set<string | null>();
      for (let leaf = waiting.pop(); leaf !== undefined; leaf = waiting.pop()) {
        if (tried.has(leaf)) continue;
        tried.add(leaf);
        const path = activePath(nodes, leaf);
        for (const id of ids(path)) reached.add(id);
        for (const beside of Object.values(siblingsOf(nodes, path)))
          for (const id of beside) waiting.push(branchEnd(nodes, id));
      }
      expect([...reached].sort()).toEqual(
        nodes
          .filter(({ deleted }) => !deleted)
          .map(({ id }) => id)
          .sort(),
      );
    }),
  );
});

test("siblings name only places with a choice, each with what is on the path", () => {
  fc.assert(
    fc.property(forest, fc.nat(), (nodes, pick) => {
      const path = activePath(nodes, nodes[pick % nodes.length]?.id ?? null);
      const siblings = siblingsOf(nodes, path);
      for (const { node, parentId } of path) {
        const beside = siblings[parentId ?? ROOT];
        if (beside === undefined) continue;
        expect(beside.length).toBeGreaterThan(1);
        expect(beside).toContain(node.id);
      }
    }),
  );
});

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom("ask", "edit", "regenerate", "summarise", "fork", "delete", "undo", "select"),
    pick: fc.nat(),
  }),
  { maxLength: 40 },
);

interface Said extends TreeNode {
  role: MessageRole;
}

interface World {
  nodes: Said[];
  leafId: string | null;
  deleted: string[];
}

test("any sequence of edit, regenerate, summarise, fork, delete and undo keeps every other branch and a path", () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      const world: World = { nodes: [], leafId: null, deleted: [] };
      for (const { kind, pick } of sequence) {
        const before = world.nodes.map((node) => ({ ...node }));
        const changed = act(world, kind, pick);
        for (const node of before) {
          const now = world.nodes.find(({ id }) => id === node.id);
          expect(now).toEqual(node.id === changed ? { ...node, deleted: !node.deleted } : node);
        }
        expectPath(world.nodes, world.leafId);
      }
    }),
    { numRuns: 300 },
  );
});

/** @returns the one message whose deletion it changed. */
function act(world: World, kind: string, pick: number): string | null {
  const path = activePath(world.nodes, world.leafId);
  const picked = path[pick % Math.max(1, path.length)];
  if (kind === "undo") return undo(world);
  if (kind === "ask" || picked === undefined) return say(world, path.at(-1)?.node.id ?? null);
  switch (kind) {
    case "edit":
      return say(world, picked.parentId);
    case "regenerate":
      if (picked.node.role === "user") world.leafId = add(world, picked.node.id, "assistant");
      return null;
    case "summarise":
      world.leafId = add(world, picked.node.id, "summary");
      return null;
    case "fork":
      expectFork(path.slice(0, path.indexOf(picked) + 1));
      return null;
    case "select":
      world.leafId = branchEnd(world.nodes, picked.node.id);
      return null;
    case "delete":
      world.deleted.push(picked.node.id);
      return flip(world, picked.node.id);
    default:
      throw new RangeError(kind);
  }
}

function undo(world: World): string | null {
  const id = world.deleted.pop();
  return id === undefined ? null : flip(world, id);
}

function say(world: World, parentId: string | null): null {
  world.leafId = add(world, add(world, parentId, "user"), "assistant");
  return null;
}

function add({ nodes }: World, parentId: string | null, role: Said["role"]): string {
  const id = `m${nodes.length}`;
  nodes.push({ id, parentId, deleted: false, role });
  return id;
}

function flip({ nodes }: World, id: string): string {
  for (const node of nodes) if (node.id === id) node.deleted = !node.deleted;
  return id;
}

function expectFork(path: readonly { node: TreeNode }[]): void {
  let made = 0;
  const copies = copyPath(
    path.map(({ node }) => node),
    () => `copy${made++}`,
  );
  expect(copies.map(({ copyOf }) => copyOf)).toEqual(ids(path));
  expect(
    ids(
      activePath(
        copies.map((copy) => ({ ...copy, deleted: false })),
        null,
      ),
    ),
  ).toEqual(copies.map(({ id }) => id));
}

test("a deletion taken back at once leaves the same path and the same choices", () => {
  fc.assert(
    fc.property(forest, fc.nat(), fc.nat(), (nodes, pickLeaf, pickDeleted) => {
      const leafId = nodes[pickLeaf % nodes.length]?.id ?? null;
      const before = activePath(nodes, leafId);
      const deletedId = before[pickDeleted % Math.max(1, before.length)]?.node.id;
      const without = nodes.map((node) => (node.id === deletedId ? { ...node, deleted: true } : node));
      expect(ids(activePath(without, leafId))).not.toContain(deletedId);
      const back = without.map((node) => (node.id === deletedId ? { ...node, deleted: false } : node));
      const after = activePath(back, leafId);
      expect(after).toEqual(before);
      expect(siblingsOf(back, after)).toEqual(siblingsOf(nodes, before));
    }),
  );
});
