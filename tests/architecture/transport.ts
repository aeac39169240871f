import { exportedValues, imports, isCallOf } from "./exports";
import { nodes, parse } from "./parse";
import type { SourceFile } from "./source-files";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** next-auth makes its own handlers, and checks its own requests. */
const NEXT_AUTH = "app/api/auth/[...nextauth]/route.ts";
const PUBLIC_ACTIONS = "app/(auth)/actions.ts";
/** What Next reads from a route file besides its handlers. */
const ROUTE_SETTINGS = new Set([
  "dynamic",
  "revalidate",
  "runtime",
  "maxDuration",
  "fetchCache",
  "preferredRegion",
]);

/** Handlers that are not `route(...)`: they would skip sign-in, parsing and the error form. */
export function bareRoutes(file: SourceFile): string[] {
  if (file.path === NEXT_AUTH) return [];
  return exportedValues(file)
    .filter(({ name }) => !ROUTE_SETTINGS.has(name))
    .filter(({ name, value }) => {
      const wrapped = isCallOf(value, "route") && imports(file, "route", "@/lib/http/route");
      return !(METHODS.has(name) && wrapped);
    })
    .map(({ name }) => `${file.path}: ${name}`);
}

/** Routes that read what stands behind the `?` by themselves: what they take is said nowhere, and nothing can try it. */
export function unsaidQueries(file: SourceFile): string[] {
  return /\bsearchParams\b/.test(file.text) ? [`${file.path}: searchParams`] : [];
}

/** Server actions that are not `action(...)`, or that stand outside an actions.ts where this looks. */
export function bareActions(file: SourceFile): string[] {
  if (!/(^|\/)actions\.ts$/.test(file.path)) {
    return hasServerDirective(file) ? [`${file.path}: "use server" outside actions.ts`] : [];
  }
  return exportedValues(file)
    .filter(({ value }) => !wrappersOf(file).some((wrapper) => isCallOf(value, wrapper)))
    .map(({ name }) => `${file.path}: ${name}`);
}

/** Signing in and setting up are for whoever is not signed in; nothing else is. */
function wrappersOf(file: SourceFile): string[] {
  const allowed = file.path === PUBLIC_ACTIONS ? ["action", "publicAction"] : ["action"];
  return allowed.filter((wrapper) => imports(file, wrapper, "@/lib/http/action"));
}

function hasServerDirective(file: SourceFile): boolean {
  if (!file.text.includes("use server")) return false;
  return [...nodes(parse(file))].some(
    (node) =>
      node.type === "ExpressionStatement" &&
      typeof node.expression === "object" &&
      node.expression !== null &&
      "value" in node.expression &&
      node.expression.value === "use server",
  );
}
