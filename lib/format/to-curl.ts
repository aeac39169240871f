import { KEY_VARIABLE, type ProgramCall } from "./program-request";

/** A request for a POSIX shell. Everything but the key's variable stands in single quotes, where nothing is expanded. */
export function toCurl({ method, baseUrl, path, body }: ProgramCall): string {
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${shellQuote(baseUrl + path)}`,
    `-H "Authorization: Bearer $${KEY_VARIABLE}"`,
    ...(body === undefined
      ? []
      : [
          `-H 'Content-Type: application/json'`,
          // `--data-raw`: what begins with @ is no file.
          `--data-raw ${shellQuote(JSON.stringify(body, null, 2))}`,
        ]),
    ...(body?.stream === true ? ["--no-buffer"] : []),
  ];
  return lines.join(" \\\n  ");
}

/** A text as one word of a POSIX shell. */
const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
