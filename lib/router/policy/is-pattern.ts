import { RE2JS } from "re2js";

/** Whether RE2 can read it. What it cannot, such as a look-behind, is what could run away. */
export function isPattern(text: string): boolean {
  try {
    RE2JS.compile(text, RE2JS.CASE_INSENSITIVE);
    return true;
  } catch {
    return false;
  }
}
