import { AppError } from "@/lib/errors";

/** Exports that one process makes at a time; each reads all there is of somebody. */
const MOST_AT_ONCE = 3;
let made = 0;

/** Takes a place among the exports that are being made. @returns how to give it back, once
 *  @throws AppError `rate_limited` */
export function takeExportSlot(): () => void {
  if (made >= MOST_AT_ONCE) throw new AppError("rate_limited");
  made += 1;
  let held = true;
  return () => {
    if (held) made -= 1;
    held = false;
  };
}
