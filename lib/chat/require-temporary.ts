import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { getTemporaryRule } from "@/lib/policy/get-temporary-rule";

/** @throws AppError `temporary_off`, `temporary_held` where no temporary chat may begin */
export async function requireTemporary(context: Context): Promise<void> {
  const rule = await getTemporaryRule(context);
  if (rule === "off") throw new AppError("temporary_off");
  if (rule === "held") throw new AppError("temporary_held");
}
