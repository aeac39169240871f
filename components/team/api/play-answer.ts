/** What is shown of an answer in OpenAI's chat wire. */
export interface PlayAnswer {
  text: string;
  reasoning: string;
  /** Of each call of a tool, in the order of their index. */
  tools: readonly { name: string; input: string }[];
  usage: { input: number; output: number } | null;
  cost: { amount: string; currency: string } | null;
  failure: PlayFailure | null;
}

export interface PlayFailure {
  message: string;
  code: string | null;
  field: string | null;
}

export const NO_ANSWER: PlayAnswer = {
  ...{ text: "", reasoning: "", tools: [], usage: null, cost: null, failure: null },
};

/** An answer with what one event of its stream adds, or with a whole reply, which is an event by itself. */
export function addReply(answer: PlayAnswer, reply: unknown): PlayAnswer {
  const [choice] = listIn(fieldOf(reply, "choices"));
  const said = fieldOf(choice, "delta") ?? fieldOf(choice, "message");
  const usage = fieldOf(reply, "usage");
  return {
    text: answer.text + textIn(said, "content"),
    reasoning: answer.reasoning + textIn(said, "reasoning_content"),
    tools: listIn(fieldOf(said, "tool_calls")).reduce(addTool, answer.tools),
    usage: usageIn(usage) ?? answer.usage,
    cost: costIn(usage) ?? answer.cost,
    failure: failureIn(reply) ?? answer.failure,
  };
}

/** `0.0001857 USD`, as the header of a whole reply has it. */
export function costOfHeader(header: string | null): PlayAnswer["cost"] {
  const [amount, currency] = (header ?? "").split(" ");
  return amount && currency ? { amount, currency } : null;
}

function addTool(tools: PlayAnswer["tools"], call: unknown, nth: number): PlayAnswer["tools"] {
  const stated = fieldOf(call, "index");
  const index = typeof stated === "number" ? stated : nth;
  const made = fieldOf(call, "function");
  const before = tools[index] ?? { name: "", input: "" };
  const after = { name: before.name + textIn(made, "name"), input: before.input + textIn(made, "arguments") };
  return [...tools.slice(0, index), after, ...tools.slice(index + 1)];
}

function usageIn(usage: unknown): PlayAnswer["usage"] {
  const [input, output] = [fieldOf(usage, "prompt_tokens"), fieldOf(usage, "completion_tokens")];
  return typeof input === "number" && typeof output === "number" ? { input, output } : null;
}

function costIn(usage: unknown): PlayAnswer["cost"] {
  const [amount, currency] = [textIn(usage, "cost"), textIn(usage, "currency")];
  return amount === "" || currency === "" ? null : { amount, currency };
}

function failureIn(reply: unknown): PlayFailure | null {
  const error = fieldOf(reply, "error");
  const message = textIn(error, "message");
  if (message === "") return null;
  return { message, code: textIn(error, "code") || null, field: textIn(error, "param") || null };
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function textIn(value: unknown, field: string): string {
  const found = fieldOf(value, field);
  return typeof found === "string" ? found : "";
}
