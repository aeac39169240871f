import type { ErrorData, ErrorParams } from "@/lib/errors";
import type { Locale } from "./locale";

/** Stand in for a placeholder that an error carries no value for, so that its sentence still reads. */
const UNNAMED: Record<Locale, ErrorParams> = {
  en: { vendor: "The vendor", model: "this model", host: "This address" },
  "zh-CN": { vendor: "供应商", model: "该模型", host: "该地址" },
};

/** Values for the sentence `errors.<code>`. */
export function errorValues({ params }: ErrorData, locale: Locale): ErrorParams {
  return { ...UNNAMED[locale], ...params };
}
