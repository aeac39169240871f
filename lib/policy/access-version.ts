import { createHash } from "node:crypto";
import type { AccessRule } from "@/lib/router/policy/access";

/** Differs when anything does that the rules say. */
export const accessVersion = (rules: readonly AccessRule[]): string =>
  createHash("sha256").update(JSON.stringify(rules)).digest("base64url");
