/** Where the vendor's own pages, as known-models.ts and prices.json have them, say something else than a source, and
 *  why they stand. What is not here is reported as unexplained. */
export const EXPLAINED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^openai\/gpt-5\.[45] context/, "a source gives the length above which a prompt costs more"],
  [
    /^deepseek\/deepseek-(chat|reasoner) (context|output)/,
    "the limits of the models behind the names until they ended",
  ],
  [/^google\/gemini-1\.5-pro context/, "the vendor took two million tokens"],
  [/^google\/gemini-1\.5-pro from .*cacheRead/, "the source states no price of the cache"],
  [/^anthropic\/claude-sonnet-4-6 output/, "the source has the limit of the model before it"],
  [/^xai\/grok-2-1212 context/, "the source has the limit of the vision model"],
  [/^xai\/grok-4\.5 from .*cacheRead/, "prices.json was read from the vendor's page later than the source"],
];
