"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { auditPage } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { action } from "@/lib/http/action";

const Page = z.object({ query: AuditQuery, beforeSeq: z.int().positive() });

export const loadAudit = action({ input: Page }, async (context, { query, beforeSeq }) =>
  auditPage(context, context.actor.teamId, { ...query, beforeSeq }, await getLocale()),
);

export const verifyTeamAudit = action({ input: z.object({}) }, (context) =>
  verifyAudit(context, context.actor.teamId),
);
