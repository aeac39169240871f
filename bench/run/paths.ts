import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
export const BENCH = join(ROOT, "bench");
export const FLOORS = join(BENCH, "floors");
export const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
