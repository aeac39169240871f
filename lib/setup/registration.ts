import { z } from "zod";
import type { Db } from "@/db/client";
import { readSetting } from "@/db/queries/settings";

export const REGISTRATION_SETTING = "registration";

/** How accounts come about: `closed`: an administrator of the instance makes them; `invitation`: also whoever a team
 *  invites; `open`: also whoever comes. */
export const Registration = z.enum(["closed", "invitation", "open"]);
export type Registration = z.infer<typeof Registration>;

/** As it was set; by invitation where it never was, or is not known any more. */
export async function readRegistration(db: Db): Promise<Registration> {
  return Registration.catch("invitation").parse(await readSetting(db, REGISTRATION_SETTING));
}
