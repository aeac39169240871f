import { AppError } from "@/lib/errors";
import type { Vendor } from "./vendor";

/** A sentence names a vendor as people do. */
export function nameVendor(error: AppError, vendor: Pick<Vendor, "name">): AppError {
  if (!("vendor" in error.params)) return error;
  const { retryable, retryAfterMs, cause } = error;
  return new AppError(
    error.code,
    { ...error.params, vendor: vendor.name.en },
    { cause, retryable, retryAfterMs },
  );
}
