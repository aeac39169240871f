import type { Random } from "./random";

const FLAVOURS = ["plain", "code", "chinese", "emoji"] as const;
export type Flavour = (typeof FLAVOURS)[number];
export const chooseFlavour = (random: Random): Flavour => random.pick(FLAVOURS);

const EMOJI = ["😀", "👩‍👩‍👧‍👦", "🇨🇳", "é", "𠮷"] as const;
const HAN = ["的答案", "知识", "推理，", "模型。", "𠮷野家"] as const;

/** `count` words that are numbered from 0, among what a flavour puts between them. Begins with a word and ends with
 *  one, so that nothing hangs on white space at an end. @param letter begins each word */
export function makeText(random: Random, letter: "w" | "r", count: number, flavour: Flavour): string {
  const fence = flavour === "code" ? { from: Math.floor(count / 3), to: Math.floor((count * 2) / 3) } : null;
  let text = "";
  for (let number = 0; number < count; number++) {
    if (number > 0) text += between(random, number, flavour, fence);
    text += `${letter}${number}`;
  }
  return text;
}

interface Fence {
  from: number;
  to: number;
}

function between(random: Random, number: number, flavour: Flavour, fence: Fence | null): string {
  if (fence && number === fence.from) return "\n\n```ts\n";
  if (fence && number === fence.to) return "\n```\n\n";
  if (fence && number > fence.from && number < fence.to) return number % 6 === 0 ? "\n" : " ";
  if (number % 40 === 0) return "\n\n";
  if (flavour === "emoji" && random.chance(0.5)) return ` ${random.pick(EMOJI)} `;
  if (flavour === "chinese" && random.chance(0.6)) return random.pick(HAN);
  return " ";
}
