import { ENV_VENDOR_IDS } from "@/lib/env";

/** What `--vendor` takes: the registry's ids, which a test holds equal. Loading the registry would load every
 *  vendor's SDK, even for `--help`. */
export const VENDOR_IDS: readonly string[] = [...ENV_VENDOR_IDS, "demo"];
