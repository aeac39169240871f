import type { Db } from "@/db/client";
import { countFailedMail } from "@/db/queries/mails";
import { mailMode } from "@/lib/mail/mail-mode";
import { examine, type Finding, ok, remark, wrong } from "./finding";

const LOOK = "The server's log says why of each (warnings with `failure`); check SMTP_URL.";

/** Whether mail can be sent, and whether it was. */
export function checkMail(db: Db): Promise<Finding> {
  return examine("Mail", async () => {
    if (mailMode() !== "smtp") return remark("none is sent", "Set SMTP_URL and MAIL_FROM to have it sent.");
    const { waiting, givenUp } = await countFailedMail(db);
    if (givenUp > 0) return wrong(`${givenUp} given up within a day, ${waiting} to be tried again`, LOOK);
    return waiting > 0 ? remark(`${waiting} to be tried again`, LOOK) : ok("all of it was sent");
  });
}
