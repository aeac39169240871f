/** The models of a vendor that answer by a JSON schema, as its documentation says; of the other vendors it is not
 *  known. */
export const STRUCTURED_OUTPUT: Readonly<Record<string, RegExp>> = {
  openai: /^(gpt-4o|gpt-4\.|gpt-[5-9]|o[134]($|-(?!mini$|preview)|-mini-20)|o[34]-mini)/,
  azure: /^(gpt-4o|gpt-4\.|gpt-[5-9]|o[134]($|-(?!mini$|preview)|-mini-20)|o[34]-mini)/,
  google: /^gemini-(1\.5|[2-9])/,
  anthropic: /^claude-(fable|(opus|sonnet|haiku)-([5-9]|4-[5-9])|opus-4-1)/,
  xai: /^grok-[2-9]/,
  mistral: /^(?!.*(7b|8x7b|8x22b))/,
};

/** Whether a vendor shows what its models think; of the others it is not known. */
export const THINKING_SHOWN: Readonly<Record<string, boolean>> = {
  openai: false,
  azure: false,
  anthropic: true,
  google: true,
  deepseek: true,
  alibaba: true,
  zhipu: true,
  moonshot: true,
  mistral: true,
  demo: true,
};
