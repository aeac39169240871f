import { exportAudit } from "@/lib/audit/export-audit";
import { auditDownload } from "@/lib/http/audit-download";
import { route } from "@/lib/http/route";

/** The team's audit, one entry a line, streamed. */
export const GET = route({ auth: "session", stepUp: "export:audit" }, async (context) =>
  auditDownload(await exportAudit(context, context.actor.teamId), "audit"),
);
