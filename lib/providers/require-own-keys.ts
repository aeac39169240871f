import type { ProviderRow } from "@/db/queries/providers";
import { AppError } from "@/lib/errors";

/** What the environment names has the environment's key, at every start again.
 *  @throws AppError `invalid_input` */
export function requireOwnKeys({ source }: Pick<ProviderRow, "source">): void {
  if (source !== "environment") return;
  throw new AppError("invalid_input", {
    field: "provider",
    problem: "it is set by a variable where the server was started: change it there",
  });
}
