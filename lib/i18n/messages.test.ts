import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { ERROR_STATUS } from "@/lib/errors";
import { errorValues } from "./error-values";
import { LOCALES } from "./locale";
import { MESSAGES } from "./messages";

function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value ?? {})) {
    for (const [at, text] of leaves(inner, path === "" ? key : `${path}.${key}`)) found.set(at, text);
  }
  return found;
}

/** Names of ICU arguments at any depth: `{name}` and `{name, plural, …}`. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}

const english = leaves(MESSAGES.en);
const chinese = leaves(MESSAGES["zh-CN"]);

test("both languages have the same messages", () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test("each message has the same placeholders in both languages", () => {
  for (const [key, text] of english) {
    expect({ key, names: placeholders(chinese.get(key) ?? "") }).toEqual({ key, names: placeholders(text) });
  }
});

test("no message shouts or is empty", () => {
  for (const [key, text] of [...english, ...chinese]) {
    expect({ key, ok: text.trim() !== "" && !/[!！]/.test(text) }).toEqual({ key, ok: true });
  }
});

test("every error code has a sentence that formats without any parameter", () => {
  for (const locale of LOCALES) {
    const problems: string[] = [];
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      namespace: "errors",
      onError: (error) => problems.push(error.message),
    });
    for (const code of Object.keys(ERROR_STATUS) as (keyof typeof ERROR_STATUS)[]) {
      expect(t(code, errorValues({ code, params: {} }, locale))).not.toMatch(/[{}]|^errors\./);
    }
    expect(problems).toEqual([]);
  }
});
