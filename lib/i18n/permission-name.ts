import type { Locale } from "./locale";
import { MESSAGES } from "./messages";

/** What a permission lets one do, in words; the test beside this sees to it that each has some. */
export function permissionName(permission: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = MESSAGES[locale].people.permissions;
  return names[permission] ?? permission;
}
