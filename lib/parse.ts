import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** @throws AppError `invalid_input` naming the first field that is wrong and why. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError("invalid_input", {
    field: issue?.path.map(String).join(".") ?? "",
    problem: issue?.message ?? "",
  });
}
