import type { ErrorData, ErrorParams } from "@/lib/errors";
import type { Locale } from "./locale";
import { vendorName } from "./vendor-names";

/** Stand in for a placeholder that an error carries no value for, so that its sentence still reads. */
const UNNAMED: Record<Locale, ErrorParams> = {
  en: {
    vendor: "The vendor",
    model: "this model",
    host: "This address",
    team: "the team",
    teams: "a team",
    field: "this field",
    feature: "other",
  },
  "zh-CN": {
    vendor: "供应商",
    model: "该模型",
    host: "该地址",
    team: "该团队",
    teams: "某个团队",
    field: "该字段",
    feature: "other",
  },
};

/** Values for the sentence `errors.<code>`. */
export function errorValues({ params }: ErrorData, locale: Locale): ErrorParams {
  const { vendor } = params;
  const named = typeof vendor === "string" ? { vendor: vendorName(vendor, locale) } : {};
  return { ...UNNAMED[locale], ...params, ...named };
}
