import { KEY_VARIABLE, type ProgramCall } from "./program-request";

/** A chat completion with OpenAI's package for TypeScript. A body may have fields, or names of efforts, that the package
 *  does not know: it is told what it is. */
export function toTypeScript({ baseUrl, body = {} }: ProgramCall): string {
  const isStream = body.stream === true;
  const type = `OpenAI.ChatCompletionCreateParams${isStream ? "Streaming" : "NonStreaming"}`;
  return [
    'import OpenAI from "openai";',
    "",
    `const client = new OpenAI({ baseURL: ${JSON.stringify(baseUrl)}, apiKey: process.env.${KEY_VARIABLE} ?? "" });`,
    `const body: unknown = ${toLiteral(body, 0)};`,
    `const ${isStream ? "stream" : "answer"} = await client.chat.completions.create(body as ${type});`,
    ...(isStream
      ? [
          "for await (const chunk of stream) {",
          '  process.stdout.write(chunk.choices[0]?.delta.content ?? "");',
          "}",
        ]
      : ["console.log(answer.choices[0]?.message.content);"]),
    "",
  ].join("\n");
}

/** A JSON value as TypeScript writes it. */
function toLiteral(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const items = Array.isArray(value)
    ? value.map((item: unknown) => toLiteral(item, depth + 1))
    : Object.entries(value).map(([key, item]) => `${keyOf(key)}: ${toLiteral(item, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return open + close;
  const indent = "  ".repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item},`).join("\n")}\n${indent}${close}`;
}

/** A name where it is one; `__proto__` would be taken for another thing than a key. */
function keyOf(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
