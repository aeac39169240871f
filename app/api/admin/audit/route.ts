import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { exportAudit } from "@/lib/audit/export-audit";
import { auditDownload } from "@/lib/http/audit-download";
import { route } from "@/lib/http/route";

/** The instance's own audit, one entry a line, streamed. */
export const GET = route({ auth: "session" }, async (context) =>
  auditDownload(await exportAudit(context, INSTANCE_TEAM_ID), "audit-installation"),
);
