import { download } from "@/lib/http/download";
import { route } from "@/lib/http/route";
import { exportMine } from "@/lib/privacy/export-mine";

/** All that is kept of this person. */
export const GET = route({ auth: "session", teamless: true, stepUp: "export:account" }, async (context) =>
  download(await exportMine(context), "wye-account"),
);
