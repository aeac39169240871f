import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { languageOf } from "./read-own-rows";
import { SELF_INSTRUCT_REASONING, SELF_INSTRUCT_UNSURE } from "./relabelled";
import type { Row } from "./row";

const Given = z.object({
  text: z.string(),
  lang: z.enum(["en", "zh"]),
  source: z.string(),
  category: z.string(),
  label: z.enum(["reasoning", "knowledge"]).nullable(),
});
type Given = z.infer<typeof Given>;

const WORK_IN_ROLE =
  /终端|控制台|代码|程序|SQL|正则|数学|编程|开发|解释器|excel|算法|git|象棋|Python|前端|全栈|以太坊|统计|会计|数据/i;
const WORK_IN_CHORE = /代码|算法|编程|程序(?!员)|python|sql|计算出|日程安排|多少种|预算.{0,20}少/i;
const RIDDLE_IN_QUESTION = /^(如果|有些|一群|给定|康明).*(一定|那么|是否|吗|因此)|逻辑思维|能量/;
const LEGAL_CASE = /甲|乙|某(?!些|种|一|个|项|国)/;

/** Names a text without quoting it. */
const nameOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);

/** The label that a person would give where the source's own is a guess; null where one would hesitate. */
function labelOf({ text, source, category, label }: Given): number | null {
  const given = label === null ? null : label === "reasoning" ? 1 : 0;
  if (source === "self-instruct") {
    const name = nameOf(text);
    return SELF_INSTRUCT_UNSURE.has(name) ? null : SELF_INSTRUCT_REASONING.has(name) ? 1 : 0;
  }
  if (source === "awesome-chatgpt-prompts-zh") return WORK_IN_ROLE.test(text) ? null : 0;
  if (source === "belle-eval" && given === 0)
    return WORK_IN_CHORE.test(text) || (category === "open qa" && RIDDLE_IN_QUESTION.test(text)) ? null : 0;
  if (category === "jec-qa-kd") return LEGAL_CASE.test(text) ? null : 0;
  if (category === "gaokao-geography") return text.length > 150 || /\\begin|\d.*\d.*\d/.test(text) ? null : 0;
  return given;
}

/** Rows of `prompts.jsonl.gz`, relabelled; those without a label are left out. */
export function readGivenRows(dataDir: string): Row[] {
  return gunzipSync(readFileSync(join(dataDir, "prompts.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Given.parse(JSON.parse(line)))
    .flatMap((given) => {
      const label = labelOf(given);
      const { text, source, category: kind } = given;
      return label === null ? [] : [{ text, lang: languageOf(text), source, kind, label, weight: 1 }];
    });
}
