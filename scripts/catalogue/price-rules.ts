/** Remarks of the source that take a figure out of question: it is another seller's, or nobody stated it. */
export const DOUBTFUL = /open ?router|can't find|trusting|converted/i;

/** Vendors whose figures there are not what they charge through the address that Wye knows them by. */
export const NOT_TAKEN: Readonly<Record<string, string>> = {
  moonshot: "it lists the dollars of the address abroad; api.moonshot.cn charges yuan",
  zhipu: "it lists the dollars of the address abroad; open.bigmodel.cn charges yuan",
};

/** Models of a vendor that it serves itself; the rest is resold there, or is not its own any more. */
export const TAKEN: Readonly<Record<string, RegExp>> = {
  azure: /^o\d/,
  deepseek: /^deepseek-v4-/,
  google: /^(gemini|gemma)-(?!.*maas)/,
};

/** Units that no call of Wye uses: without them the rest still holds. */
export const UNUSED_UNITS = new Set(["storage_searches_kcount"]);

/** DeepSeek's hours, which the source gives in UTC and DeepSeek by Beijing's clock; the source says that weekends are
 *  off-peak from this day on, and that it cannot express it. */
export const DEEPSEEK = {
  zone: "Asia/Shanghai",
  offsetHours: 8,
  weekendsFrom: "2026-08-23",
  weekdays: [1, 2, 3, 4, 5],
} as const;
