import { exportAudit } from "@/lib/audit/export-audit";
import { route } from "@/lib/http/route";
import { streamText } from "@/lib/http/stream-text";

/** The team's audit, one entry a line, streamed. */
export const GET = route({ auth: "session" }, async (context) => {
  const lines = await exportAudit(context, context.actor.teamId);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamText(lines), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="audit-${day}.jsonl"`,
    },
  });
});
