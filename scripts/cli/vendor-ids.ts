import { ENV_VENDOR_IDS } from "@/lib/env";

/** What `--vendor` takes. */
export const VENDOR_IDS: readonly string[] = [...ENV_VENDOR_IDS, "demo"];
