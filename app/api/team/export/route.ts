import { download } from "@/lib/http/download";
import { route } from "@/lib/http/route";
import { exportTeam } from "@/lib/teams/export-team";

/** All that this team has. */
export const GET = route({ auth: "session", stepUp: "export:team" }, async (context) =>
  download(await exportTeam(context), "wye-team"),
);
