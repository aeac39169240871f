import { exportAudit } from "@/lib/audit/export-audit";
import { INSTANCE_CHAIN } from "@/lib/audit/instance-chain";
import { auditDownload } from "@/lib/http/audit-download";
import { route } from "@/lib/http/route";

/** The instance's own audit, one entry a line, streamed. */
export const GET = route({ auth: "session", stepUp: "export:audit" }, async (context) =>
  auditDownload(await exportAudit(context, INSTANCE_CHAIN), "audit-installation"),
);
