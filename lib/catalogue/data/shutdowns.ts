/** From which day a vendor itself no longer serves a model, as its page of deprecations said in November 2026, by vendor
 *  and day. Other hosts of the same models keep days of their own. */
export const SHUTDOWNS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  openai: {
    "2025-07-14": ["gpt-4.5-preview"],
    "2025-07-28": ["o1-preview"],
    "2025-10-27": ["o1-mini"],
    "2026-10-23": [
      ...["gpt-3.5-turbo", "gpt-3.5-turbo-0125", "gpt-4", "gpt-4-turbo", "gpt-4.1-nano", "gpt-4o-2024-05-13"],
      ...["o1", "o1-pro", "o3-mini", "o4-mini"],
    ],
    "2026-12-11": ["gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-pro", "o3", "o3-pro"],
    "2027-01-14": ["gpt-4.1", "gpt-4.1-mini", "gpt-4o", "gpt-4o-mini"],
    "2027-04-01": ["gpt-5.1", "gpt-5.3-codex", "gpt-5.4-nano"],
  },
  anthropic: {
    "2025-07-21": ["claude-2", "claude-3-sonnet"],
    "2025-10-28": ["claude-3-5-sonnet"],
    "2026-01-05": ["claude-3-opus"],
    "2026-02-19": ["claude-3-5-haiku", "claude-3-7-sonnet"],
    "2026-04-20": ["claude-3-haiku"],
    "2026-06-15": ["claude-opus-4", "claude-opus-4-0", "claude-sonnet-4", "claude-sonnet-4-0"],
    "2026-08-05": ["claude-opus-4-1"],
  },
  google: {
    "2026-03-09": ["gemini-3-pro-preview"],
    "2026-06-01": ["gemini-2.0-flash", "gemini-2.0-flash-001", "gemini-2.0-flash-lite"],
    "2026-12-01": ["gemini-2.5-flash", "gemini-2.5-pro"],
    "2027-05-07": ["gemini-3.1-flash-lite"],
  },
};
