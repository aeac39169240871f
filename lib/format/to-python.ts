import { KEY_VARIABLE, type ProgramCall } from "./program-request";

/** What `chat.completions.create` of OpenAI's package takes by name; the rest goes into `extra_body`. */
const NAMED = new Set([
  ...["model", "messages", "stream", "stream_options", "tools", "tool_choice", "parallel_tool_calls"],
  ...["response_format", "max_tokens", "max_completion_tokens", "temperature", "top_p", "stop", "seed"],
  ...["presence_penalty", "frequency_penalty", "n", "logprobs", "reasoning_effort", "user"],
]);

/** A chat completion with OpenAI's package for Python. */
export function toPython({ baseUrl, body = {} }: ProgramCall): string {
  const { model = "auto", messages = [], ...rest } = body;
  const given = Object.entries({ model, messages, ...rest });
  const named = given.filter(([field]) => NAMED.has(field));
  const extra = given.filter(([field]) => !NAMED.has(field));
  const args = [
    ...named.map(([field, value]) => `    ${field}=${toLiteral(value, 1)},`),
    ...(extra.length > 0 ? [`    extra_body=${toLiteral(Object.fromEntries(extra), 1)},`] : []),
  ];
  const isStream = body.stream === true;
  return [
    "import os",
    "",
    "from openai import OpenAI",
    "",
    `client = OpenAI(base_url=${JSON.stringify(baseUrl)}, api_key=os.environ["${KEY_VARIABLE}"])`,
    `${isStream ? "stream" : "answer"} = client.chat.completions.create(`,
    ...args,
    ")",
    ...(isStream
      ? [
          "for chunk in stream:",
          "    for choice in chunk.choices:",
          '        print(choice.delta.content or "", end="", flush=True)',
        ]
      : ["print(answer.choices[0].message.content)"]),
    "",
  ].join("\n");
}

/** A JSON value as Python writes it. JSON's strings and numbers are Python's as they are. */
function toLiteral(value: unknown, depth: number): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const items = Array.isArray(value)
    ? value.map((item: unknown) => toLiteral(item, depth + 1))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${toLiteral(item, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return open + close;
  const indent = "    ".repeat(depth);
  return `${open}\n${items.map((item) => `${indent}    ${item},`).join("\n")}\n${indent}${close}`;
}
