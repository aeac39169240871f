"use client";

import { useTranslations } from "next-intl";
import type { ErrorData } from "@/lib/errors";

/** What is wrong with a group's name. */
export function useGroupProblem(): (error: ErrorData & { message: string }) => string {
  const t = useTranslations("people.groups");
  return (error) => {
    if (error.code === "conflict") return t("nameTaken");
    return error.code === "invalid_input" ? t("nameInvalid") : error.message;
  };
}
