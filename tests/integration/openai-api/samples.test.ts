import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramCall } from "@/lib/format/program-request";
import { toCurl } from "@/lib/format/to-curl";
import { toPython } from "@/lib/format/to-python";
import { toTypeScript } from "@/lib/format/to-typescript";
import { ROOT } from "@/tests/architecture/source-files";
import { type ApiWorld, openApiWorld, type Program } from "./api-world";

const run = promisify(execFile);
const TEXT = "Hello from the upstream, word by word.";
const NASTY = `it's $HOME, \`id\`, "this" \\ and\n你好`;

let world: ApiWorld;
let program: Program;
let folder: string;
beforeAll(async () => {
  world = await openApiWorld();
  program = await world.program();
  await mkdir(path.join(ROOT, ".wye"), { recursive: true });
  folder = await mkdtemp(path.join(ROOT, ".wye", "samples-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

const callOf = (more: object): ProgramCall => ({
  ...{ method: "POST", baseUrl: `${world.url}/api/v1`, path: "/chat/completions" },
  body: { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: NASTY }], ...more },
});
const withKey = () => ({ env: { ...process.env, WYE_API_KEY: program.key } });
const STREAM = { stream: true, stream_options: { include_usage: true } };

function expectAsked(): void {
  const { body } = world.upstream.calls.at(-1) ?? {};
  expect(body).toMatchObject({ messages: [{ role: "user", content: NASTY }] });
}

test("curl asks the server for what the sample says, whole and streamed", async () => {
  const { stdout } = await run("sh", ["-c", `${toCurl(callOf({}))} --silent`], withKey());
  expect(JSON.parse(stdout).choices[0].message.content).toBe(TEXT);
  expectAsked();
  const streamed = await run("sh", ["-c", `${toCurl(callOf(STREAM))} --silent`], withKey());
  expect(streamed.stdout).toContain("data: [DONE]");
});

test("the TypeScript type-checks and says what the server answers, whole and streamed", async () => {
  const files = [
    callOf({ temperature: 0.5 }),
    callOf({ ...STREAM, reasoning_effort: null, top_k: null }),
  ].map((call, nth) => ({ file: path.join(folder, `sample-${nth}.mts`), text: toTypeScript(call) }));
  for (const { file, text } of files) await writeFile(file, text);
  const options = ["--strict", "--noEmit", "--skipLibCheck", "--types", "node", "--target", "es2022"];
  const modules = ["--module", "nodenext", "--moduleResolution", "nodenext"];
  const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc");
  const sources = files.map(({ file }) => file);
  const checked = await run(process.execPath, [
    tsc,
    "--ignoreConfig",
    ...options,
    ...modules,
    ...sources,
  ]).catch(({ stdout }: { stdout: string }) => ({ stdout }));
  expect(checked.stdout).toBe("");
  for (const { file } of files) {
    const { stdout } = await run(process.execPath, [file], withKey());
    expect(stdout.trim()).toBe(TEXT);
    expectAsked();
  }
});

const READ = `
import ast, json, sys
call = next(n for n in ast.walk(ast.parse(sys.argv[1])) if isinstance(n, ast.Call) and getattr(n.func, "attr", "") == "create")
given = {k.arg: ast.literal_eval(k.value) for k in call.keywords}
print(json.dumps({**given.pop("extra_body", {}), **given}))
`;
const hasPython = await run("python3", ["--version"]).then(
  () => true,
  () => false,
);

test.runIf(hasPython)("Python reads the same body in its sample", async () => {
  for (const more of [{}, { ...STREAM, top_k: 4, stop: null, tools: [{ type: "function", empty: {} }] }]) {
    const call = callOf(more);
    const { stdout } = await run("python3", ["-c", READ, toPython(call)]);
    expect(JSON.parse(stdout)).toEqual(call.body);
  }
});
