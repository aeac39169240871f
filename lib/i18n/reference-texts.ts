import type { Locale } from "./locale";
import en from "./messages/en/reference.json";
import zh from "./messages/zh-CN/reference.json";

/** What the API's description says. Beside the other texts, because those are sent to the browser with every page. */
export const REFERENCE_TEXTS: Record<Locale, typeof en> = { en, "zh-CN": zh };
