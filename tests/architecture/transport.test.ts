import { describe, expect, test } from "vitest";
import { sourceFiles } from "./source-files";
import { bareActions, bareRoutes, unsaidQueries } from "./transport";

const routes = (text: string, path = "app/api/x/route.ts") => bareRoutes({ path, text });
const actions = (text: string, path = "app/x/actions.ts") => bareActions({ path, text });
const ROUTE = 'import { route } from "@/lib/http/route";\n';
const ACTION = '"use server";\nimport { action } from "@/lib/http/action";\n';

describe("route handlers", () => {
  test("each in the tree is route(...)", () => {
    expect(sourceFiles(/^app\/(.+\/)?route\.tsx?$/).flatMap(bareRoutes)).toEqual([]);
  });

  test.each([
    ["a function", `${ROUTE}export async function GET() { return new Response(); }`],
    ["another call", `${ROUTE}export const GET = wrapped(() => new Response());`],
    ["a route of its own", "const route = (x) => x;\nexport const GET = route({}, () => 1);"],
    ["a renamed function", `${ROUTE}const get = () => new Response();\nexport { get as GET };`],
    ["handlers from elsewhere", 'export { GET } from "./other";'],
    ["an unnamed export", 'export * from "./other";'],
    ["a pattern", "export const { GET, POST } = handlers;"],
    [
      "next-auth's form in another place",
      'import { handlers } from "@/lib/auth/auth";\nexport const { GET, POST } = handlers;',
    ],
  ])("%s is refused", (_name, text) => {
    expect(routes(text)).not.toEqual([]);
  });

  test("route(...) with settings passes, and so does next-auth's own file", () => {
    expect(
      routes(`${ROUTE}export const dynamic = "force-dynamic";\nexport const GET = route({}, () => 1);`),
    ).toEqual([]);
    expect(routes("export const { GET, POST } = handlers;", "app/api/auth/[...nextauth]/route.ts")).toEqual(
      [],
    );
  });
});

describe("the query of a route", () => {
  test("each is said to route(...), which parses it", () => {
    expect(sourceFiles(/^app\/(.+\/)?route\.tsx?$/).flatMap(unsaidQueries)).toEqual([]);
  });

  test("one that is read by hand is refused", () => {
    const text = `${ROUTE}export const GET = route({}, ({ request }) => new URL(request.url).searchParams.get("id"));`;
    expect(unsaidQueries({ path: "app/api/x/route.ts", text })).not.toEqual([]);
  });
});

describe("server actions", () => {
  test("each in the tree is action(...), in an actions.ts", () => {
    expect(sourceFiles(/^(app|components|lib)\/.*\.tsx?$/).flatMap(bareActions)).toEqual([]);
  });

  test.each([
    ["a function", `${ACTION}export async function save() {}`],
    ["an arrow", `${ACTION}export const save = async () => {};`],
    ["an action of its own", '"use server";\nconst action = (x) => x;\nexport const save = action(() => 1);'],
  ])("%s is refused", (_name, text) => {
    expect(actions(text)).not.toEqual([]);
  });

  test.each([
    ["at the head of a file", '"use server";\nexport async function save() {}'],
    [
      "inside a function",
      'export default function Page() { async function save() { "use server"; } return save; }',
    ],
  ])("use server %s outside actions.ts is refused", (_name, text) => {
    expect(actions(text, "app/x/page.tsx")).not.toEqual([]);
  });

  test("publicAction(...) passes for signing in and setting up, and nowhere else", () => {
    const text =
      'import { publicAction } from "@/lib/http/action";\nexport const claim = publicAction({}, async () => 1);';
    expect(actions(text, "app/(auth)/actions.ts")).toEqual([]);
    expect(actions(text)).not.toEqual([]);
  });

  test("action(...) and types pass", () => {
    expect(
      actions(`${ACTION}export type X = string;\nexport const save = action({}, async () => 1);`),
    ).toEqual([]);
  });
});
