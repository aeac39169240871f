/** What benchmarks and prompt books wrap around a question. It says nothing of what the question needs. */
const WRAPPING: readonly RegExp[] = [
  /\b(let'?s |please |now |and )*(think|reason|work)( about)?( it| this| the problem)?( out| through)? (step[ -]by[ -]step|carefully)\b[.,:!]*/gi,
  /\b(please )?(put|give|write|box|provide|return|state|enclose)( down)? (your|the) (final )?(answer|result)( (with)?in(side)?| as| in a)? \\boxed\{[^}]*\}[.:]*/gi,
  /\\boxed\{([^}]*)\}/g,
  /\b(the )?(final )?answer is:? *\(?[A-J]?\)?[.:]*\s*$/i,
  /^\s*(question|problem|q|instruction|prompt|user|human)\s*[:：]\s*/i,
  /\n\s*(answer|solution|a|assistant|response)\s*[:：]?\s*$/i,
  /\b(choose|select|pick|answer with|respond with|reply with)( only)? (the )?(single )?(letter|correct option|correct answer|best answer|option letter)\b[^.\n]*[.:]?/gi,
  /\banswer (the )?following (multiple[ -]choice )?questions?[^.:\n]{0,60}[.:]/gi,
  /请?(让我们|我们)?(一步一步|一步步|逐步|仔细)地?(进行)?(思考|推理|想一想|作答)[，。,.：:!！]*/g,
  /请?(将|把)?(最终)?(答案|结果)(放在|写在|填在|填入|置于) *\\boxed\{[^}]*\}( *(中|里|内))?[，。,.]*/g,
  /(请)?(从|在)?(以下|下列|上述)?(选项)?(中)?选出?(一个)?(正确|最佳)(的)?(答案|选项)[，。,.：:]*/g,
];
/** Lettered options at the end of a text, one a line or all in one. */
const OPTION_LINE = /^\s*[(（]?[A-J][)）.、:：．]\s*\S.*$/;
const CHEAP_HINT = /step|carefully|boxed|answer|question|problem|instruction|prompt|solution|user|human|letter|option|一步|逐步|仔细|答案|选项|结果/i;
const OPTION_HINT = /\n\s*[(（]?[B-D][)）.、:：．]/;

function stripOptions(text: string): string {
  if (!OPTION_HINT.test(text)) return text;
  const lines = text.split("\n");
  const options = lines.filter((line) => OPTION_LINE.test(line)).length;
  return options < 3 ? text : lines.filter((line) => !OPTION_LINE.test(line)).join("\n");
}

/** A text as the classifier reads it: one form for each character, without what benchmarks wrap around it. */
export function normalise(text: string): string {
  let plain = text.normalize("NFKC");
  if (CHEAP_HINT.test(plain)) for (const pattern of WRAPPING) plain = plain.replace(pattern, " ");
  return stripOptions(plain).trim();
}
