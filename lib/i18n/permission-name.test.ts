import { expect, test } from "vitest";
import { PERMISSIONS } from "@/lib/permissions/permissions";
import { LOCALES } from "./locale";
import { MESSAGES } from "./messages";
import { permissionName } from "./permission-name";

test("each permission of the table has a name in each language, and no name is left over", () => {
  for (const locale of LOCALES) {
    expect(Object.keys(MESSAGES[locale].people.permissions).toSorted()).toEqual(
      Object.keys(PERMISSIONS).toSorted(),
    );
    for (const permission of Object.keys(PERMISSIONS))
      expect(permissionName(permission, locale)).not.toBe(permission);
  }
});
