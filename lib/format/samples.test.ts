import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCurl } from "./to-curl";
import { toPython } from "./to-python";
import { toTypeScript } from "./to-typescript";

const call = (body: Record<string, unknown>) => ({
  ...{ method: "POST", baseUrl: "http://localhost:3000/api/v1", path: "/chat/completions", body },
});
const NASTY = { model: "auto", messages: [{ role: "user", content: 'it\'s $HOME `id` "x" \\ \n 你好 !' }] };

/** What curl would be given, by a real shell. */
function wordsOf(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}\n`;
  const env = { ...process.env, WYE_API_KEY: "wye_key" };
  return execFileSync("sh", ["-c", script], { env, encoding: "utf8" }).split("\0").slice(0, -1);
}

test("a shell gives curl exactly the request, whatever stands in it", () => {
  const text = fc.string({ unit: "binary" }).filter((one) => !one.includes("\0"));
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.integer())), (extra) => {
      const body = { ...extra, ...NASTY };
      const words = wordsOf(toCurl(call(body)));
      expect(words.slice(0, 3)).toEqual(["-X", "POST", "http://localhost:3000/api/v1/chat/completions"]);
      expect(words).toContain("Authorization: Bearer wye_key");
      expect(JSON.parse(words[words.indexOf("--data-raw") + 1] ?? "")).toEqual(body);
    }),
    { numRuns: 40 },
  );
});

test("TypeScript reads the same body, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, key) => {
      const source = toTypeScript(call({ ...NASTY, [key]: value, nested: { ["__proto__"]: 1 } }));
      const literal = /const body: unknown = ([\s\S]+?);\nconst /.exec(source)?.[1] ?? "";
      const read: unknown = new Function(`return (${literal});`)();
      expect(JSON.parse(JSON.stringify(read))).toEqual(
        JSON.parse(JSON.stringify({ ...NASTY, [key]: value, nested: { ["__proto__"]: 1 } })),
      );
    }),
  );
});

test("Python is given by name what the package knows, and the rest as extra_body", () => {
  const source = toPython(call({ ...NASTY, stream: true, top_k: 4, stop: null }));
  expect(source).toContain('    stream=True,\n    stop=None,\n    extra_body={\n        "top_k": 4,\n    },');
  expect(source).toContain(JSON.stringify(NASTY.messages[0]?.content));
  expect(source).toContain('os.environ["WYE_API_KEY"]');
});
