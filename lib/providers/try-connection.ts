import { AppError } from "@/lib/errors";
import { classifyError } from "./classify-error";
import type { Connection, ListedModel, Vendor } from "./vendor";

const TIMEOUT_MS = 15_000;

export type TryResult = { models: ListedModel[]; error: null } | { models: null; error: AppError };

/** Asks the vendor for its models, which costs nothing and needs a key that works. */
export async function tryConnection(
  vendor: Vendor,
  connection: Connection,
  timeoutMs: number = TIMEOUT_MS,
): Promise<TryResult> {
  try {
    return { models: await listWithin(vendor, connection, timeoutMs), error: null };
  } catch (error) {
    return { models: null, error: classifyError(error, { vendor: vendor.id }) };
  }
}

/** A vendor's code may leave a signal unheeded, so the limit does not rely on it. */
async function listWithin(vendor: Vendor, connection: Connection, timeoutMs: number): Promise<ListedModel[]> {
  const signal = AbortSignal.timeout(timeoutMs);
  const timedOut = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("vendor_timeout", { vendor: vendor.id })), {
      once: true,
    });
  });
  return Promise.race([vendor.listModels(connection, signal), timedOut]);
}
