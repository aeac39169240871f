import { parse } from "./parse";
import type { SourceFile } from "./source-files";

/** The functions of the `ai` package that call a model, whatever the kind. */
const CALLS_A_MODEL = /^(stream|generate|embed|rerank|transcribe|experimental_)(?!Id$)|Agent$/;

/** Imports of AI SDK functions that call a model: outside lib/completion nothing would meter the call. */
export function modelCalls(file: SourceFile): string[] {
  return parse(file).body.flatMap((item) => {
    if (item.type !== "ImportDeclaration" || item.typeOnly || item.source.value !== "ai") return [];
    return item.specifiers.flatMap((specifier) => {
      if (specifier.type !== "ImportSpecifier") return [`${file.path}: *`];
      const name = specifier.imported?.value ?? specifier.local.value;
      return !specifier.isTypeOnly && CALLS_A_MODEL.test(name) ? [`${file.path}: ${name}`] : [];
    });
  });
}
