import type { ThemeRegistration } from "shiki/core";

const color = (name: string, ...scope: string[]) => ({
  scope,
  settings: { foreground: `var(--code-${name})` },
});

/** Colours are variables, so that one highlighting serves light and dark. */
export const CODE_THEME = {
  name: "wye",
  type: "light",
  fg: "var(--ink)",
  bg: "var(--surface-sunken)",
  settings: [
    color("comment", "comment", "punctuation.definition.comment"),
    color("keyword", "keyword", "storage", "keyword.control", "entity.name.tag", "variable.language"),
    color("string", "string", "markup.inserted", "string.regexp"),
    color("number", "constant", "constant.numeric", "constant.language", "support.constant"),
    color(
      "name",
      "entity.name.function",
      "support.function",
      "entity.name.type",
      "support.class",
      "support.type",
    ),
    color("attribute", "entity.other.attribute-name", "variable.other.property", "meta.object-literal.key"),
    color("keyword", "keyword.operator.new", "keyword.operator.expression"),
    color("deleted", "markup.deleted", "invalid"),
  ],
} satisfies ThemeRegistration;
