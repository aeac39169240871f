import { z } from "zod";
import type { Locale } from "@/lib/i18n/locale";
import { typedText } from "@/lib/typed-text";

/** A banner stands above the app until it is dismissed; terms have to be accepted before anything is asked; that chats may
 *  be read is told to each member, in the app's own words. */
export type NoticeKind = "banner" | "terms" | "reading";

export const NOTICE_ANSWERS = ["dismissed", "accepted", "declined"] as const;
export type NoticeAnswer = (typeof NOTICE_ANSWERS)[number];

/** A text in one language or both; null in one: who reads that is shown the other. */
export type NoticeTexts = Record<Locale, string | null>;

const MOST_BANNER = 500;
const MOST_TERMS = 40_000;

const textsOf = (most: number) => {
  const text = typedText().trim().max(most);
  return z.strictObject({ en: text, "zh-CN": text });
};

/** Empty: not in that language; both empty: nothing is shown any more. */
export const NoticeInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("banner"), texts: textsOf(MOST_BANNER) }),
  z.strictObject({ kind: z.literal("terms"), texts: textsOf(MOST_TERMS) }),
]);
export type NoticeInput = z.infer<typeof NoticeInput>;

export interface Notice {
  /** Its version: a changed text is another one. */
  id: string;
  kind: NoticeKind;
  texts: NoticeTexts;
}
