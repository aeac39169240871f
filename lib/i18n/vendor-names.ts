import type { Locale } from "./locale";

/** What vendors are called, by id. Safe for the browser, which is never sent the vendors themselves. */
export const VENDOR_NAMES = {
  anthropic: { en: "Anthropic", "zh-CN": "Anthropic" },
  "openai-compatible": { en: "OpenAI-compatible endpoint", "zh-CN": "OpenAI 兼容接口" },
  ollama: { en: "Ollama", "zh-CN": "Ollama" },
  lmstudio: { en: "LM Studio", "zh-CN": "LM Studio" },
  xai: { en: "xAI", "zh-CN": "xAI" },
  openrouter: { en: "OpenRouter", "zh-CN": "OpenRouter" },
  groq: { en: "Groq", "zh-CN": "Groq" },
  mistral: { en: "Mistral AI", "zh-CN": "Mistral AI" },
  meta: { en: "Meta Llama", "zh-CN": "Meta Llama" },
  alibaba: { en: "Alibaba Qwen", "zh-CN": "阿里云通义千问" },
  zhipu: { en: "Zhipu GLM", "zh-CN": "智谱 GLM" },
  moonshot: { en: "Moonshot Kimi", "zh-CN": "月之暗面 Kimi" },
  doubao: { en: "ByteDance Doubao", "zh-CN": "字节跳动豆包" },
  ernie: { en: "Baidu ERNIE", "zh-CN": "百度文心一言" },
  hunyuan: { en: "Tencent Hunyuan", "zh-CN": "腾讯混元" },
  spark: { en: "iFlytek Spark", "zh-CN": "讯飞星火" },
  baichuan: { en: "Baichuan", "zh-CN": "百川智能" },
  yi: { en: "01.AI Yi", "zh-CN": "零一万物 Yi" },
  pangu: { en: "Huawei Pangu", "zh-CN": "华为盘古" },
  deepseek: { en: "DeepSeek", "zh-CN": "深度求索" },
  demo: { en: "Demo", "zh-CN": "演示" },
  google: { en: "Google Gemini", "zh-CN": "谷歌 Gemini" },
  openai: { en: "OpenAI", "zh-CN": "OpenAI" },
  azure: { en: "Azure OpenAI", "zh-CN": "微软 Azure OpenAI" },
} as const satisfies Record<string, Record<Locale, string>>;

/** The vendor's name, or what it was called by where it is not known: a provider that a person named. */
export function vendorName(id: string, locale: Locale): string {
  const names: Record<string, Record<Locale, string>> = VENDOR_NAMES;
  return (Object.hasOwn(names, id) ? names[id]?.[locale] : undefined) ?? id;
}
