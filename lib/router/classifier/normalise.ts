/** What benchmarks and prompt books wrap around a question. It says nothing of what the question needs. */
const WRAPPING: readonly (readonly [hint: string, pattern: RegExp])[] = [
  [
    "step",
    /\b(let'?s |please |now |and )*(think|reason|work)( about)?( it| this| the problem)?( out| through)? step[ -]by[ -]step\b[.,:!]*/gi,
  ],
  ["carefully", /\b(please )?(think|reason|read)( about it| this| the question)? carefully\b[.,:!]*/gi],
  [
    "boxed",
    /\b(please )?(put|give|write|box|provide|return|state|enclose)( down)? (your|the) (final )?(answer|result)( (with)?in(side)?| as| in a)? \\boxed\{[^}]*\}[.:]*/gi,
  ],
  [
    "boxed",
    /请?(将|把)?(最终)?(答案|结果)(放在|写在|填在|填入|置于) *\\boxed\{[^}]*\}( *(中|里|内))?[,.。]*/g,
  ],
  ["boxed", /\\boxed\{([^}]*)\}/g],
  ["answer", /\b(the )?(final )?answer is:? *\(?[A-J]?\)?[.:]*\s*$/i],
  ["following", /\banswer (the )?following (multiple[ -]choice )?questions?[^.:\n]{0,60}[.:]/gi],
  [":", /^\s*(question|problem|q|instruction|prompt|user|human)\s*:\s*/i],
  ["", /\n\s*(answer|solution|a|assistant|response)\s*:?\s*$/i],
  [
    "letter",
    /\b(choose|select|pick|answer with|respond with|reply with)( only)? (the )?(single )?(correct )?(option )?letter\b[^.\n]*[.:]?/gi,
  ],
  [
    "option",
    /\b(choose|select|pick|answer with|respond with|reply with)( only)? (the )?(correct|best) (option|answer)\b[^.\n]*[.:]?/gi,
  ],
  ["步", /请?(让我们|我们)?(一步一步|一步步|逐步)地?(进行)?(思考|推理|想一想|作答)[,.。:!]*/g],
  ["仔细", /请?仔细(思考|审题|作答)[,.。:!]*/g],
  ["选", /请?从?(以下|下列|上述)?选项?中?选出?一?个?(正确|最佳)的?(答案|选项)[,.。:]*/g],
];
/** Lettered options at the end of a text, one a line or all in one. */
const OPTION_LINE = /^\s*[(（]?[A-J][)）.、:：．]\s*\S.*$/;
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
  for (const [hint, pattern] of WRAPPING) if (plain.includes(hint)) plain = plain.replace(pattern, " ");
  return stripOptions(plain).trim();
}
