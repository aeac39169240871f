import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Shape, shapeOf } from "@/lib/http/shape";
import { ROOT, sourceFiles } from "@/tests/architecture/source-files";

/** Something that can be asked of the server: a method of a route, or an action. */
export interface Operation {
  /** `GET /api/chat/[chatId]`, `renameChat` */
  name: string;
  file: string;
  exportedName: string;
  shape: Shape;
  /** What it takes: `{ params, query, body }` of a route, the input of an action. */
  input: z.ZodType;
}

/** next-auth's own handlers name nothing of a team. */
const NOT_OURS = new Set(["app/api/auth/[...nextauth]/route.ts"]);

/** Every operation, found in the sources.
 *  @throws Error for an export that neither `route()` nor `action()` made */
export async function findOperations(): Promise<Operation[]> {
  const files = sourceFiles(/^app\/(.+\/)?(route|actions)\.tsx?$/).filter((file) => !NOT_OURS.has(file.path));
  const found = await Promise.all(files.map((file) => operationsOf(file.path)));
  return found.flat();
}

async function operationsOf(file: string): Promise<Operation[]> {
  const module: Record<string, unknown> = await import(path.join(ROOT, file));
  return Object.entries(module)
    .filter(([, value]) => typeof value === "function")
    .map(([exportedName, value]) => {
      const shape = typeof value === "function" ? shapeOf(value) : null;
      if (shape === null) throw new Error(`${file}: ${exportedName} is neither a route nor an action`);
      return { file, exportedName, shape, ...described(file, exportedName, shape) };
    });
}

function described(file: string, exportedName: string, shape: Shape): { name: string; input: z.ZodType } {
  if (shape.kind !== "route") return { name: exportedName, input: shape.input };
  const { params, query, body } = shape;
  const parts = Object.entries({ params, query, body }).flatMap(([part, schema]) =>
    schema ? [[part, schema] as const] : [],
  );
  return { name: `${exportedName} ${routePath(file)}`, input: z.object(Object.fromEntries(parts)) };
}

/** `/api/chat/[chatId]`, from the file's place. */
export function routePath(file: string): string {
  return `/${path.posix
    .dirname(file)
    .split("/")
    .slice(1)
    .filter((step) => !/^\(.+\)$/.test(step))
    .join("/")}`;
}

const Manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

/** How a browser names an action, and a page that has it. */
export interface ServedAction {
  id: string;
  page: string;
}

/** Of the build that is served; null for an action that no page has. */
export function servedAction({ file, exportedName }: Operation): ServedAction | null {
  const text = readFileSync(path.join(ROOT, ".next/server/server-reference-manifest.json"), "utf8");
  const found = Object.entries(Manifest.parse(JSON.parse(text)).node).find(
    ([, entry]) => entry.filename === file && entry.exportedName === exportedName,
  );
  if (!found) return null;
  const [id, { workers }] = found;
  const pages = Object.keys(workers).filter((worker) => worker.endsWith("/page"));
  const plain = pages.find((page) => !page.includes("[")) ?? pages[0];
  return plain === undefined ? null : { id, page: routePath(plain) };
}
