/** What can be known of a failure without trusting its shape. `text` joins the vendor's codes and messages in
 *  lower case, for matching only: it may quote the prompt and goes no further. */
export interface ErrorFacts {
  status: number | null;
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
  /** Error names and network codes, outermost first. */
  names: readonly string[];
}

const DEEPEST = 8;
const TEXT_FIELDS = [
  ...["message", "type", "code", "status", "error_type", "reason", "param"],
  // Baidu's first interface, and Tencent's.
  ...["error_code", "error_msg", "Code", "Message"],
] as const;
const NESTED_FIELDS = [
  ...["error", "data", "response", "responseBody", "incomplete_details", "details"],
  ...["Response", "Error"],
];

export function errorFacts(error: unknown): ErrorFacts {
  const names: string[] = [];
  const words: string[] = [];
  let status: number | null = null;
  let headers: ErrorFacts["headers"] = {};

  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    if (typeof value === "string") {
      visitText(value, depth);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 5)) visit(item, depth + 1);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const fields = value as Record<string, unknown>;
    const misread = reportWithin(value);
    if (misread) {
      visit(misread, depth + 1);
      return;
    }
    if (value instanceof Error) names.push(value.name);
    if (typeof fields.code === "string") names.push(fields.code);
    status ??= httpStatus(fields.statusCode) ?? httpStatus(fields.status) ?? httpStatus(fields.code);
    if (isHeaderMap(fields.responseHeaders)) headers = fields.responseHeaders;
    for (const key of TEXT_FIELDS) {
      const field = fields[key];
      if (typeof field === "string" || typeof field === "number") words.push(String(field));
    }
    for (const key of NESTED_FIELDS) visit(fields[key], depth + 1);
    visit(fields.cause, depth + 1);
  };
  const visitText = (text: string, depth: number): void => {
    if (!/^\s*[[{]/.test(text)) {
      words.push(text.slice(0, 2000));
      return;
    }
    try {
      visit(JSON.parse(text), depth + 1);
    } catch {
      words.push(text.slice(0, 2000));
    }
  };

  visit(error, 0);
  return { status, headers, text: words.join("\n").toLowerCase(), names };
}

/** An error that a vendor sent in mid-stream in a shape the SDK does not know: it calls it malformed, and it is not. */
function reportWithin(error: object): object | null {
  if (!(error instanceof Error) || !/TypeValidationError$/.test(error.name) || !("value" in error))
    return null;
  const { value } = error;
  if (typeof value !== "object" || value === null || "choices" in value) return null;
  const isReport = "error" in value || "error_code" in value || ("code" in value && "message" in value);
  return isReport ? value : null;
}

function httpStatus(value: unknown): number | null {
  const status = typeof value === "string" && /^[45]\d\d$/.test(value) ? Number(value) : value;
  return typeof status === "number" && status >= 400 && status < 600 ? status : null;
}

function isHeaderMap(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null;
}
