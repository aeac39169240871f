"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { auditPage } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { action } from "@/lib/http/action";

const Page = z.object({ query: AuditQuery, beforeSeq: z.int().positive() });

export const loadInstanceAudit = action(
  { input: Page, whileEnding: true },
  async (context, { query, beforeSeq }) =>
    auditPage(context, INSTANCE_TEAM_ID, { ...query, beforeSeq }, await getLocale()),
);

export const verifyInstanceAudit = action({ input: z.object({}), whileEnding: true }, (context) =>
  verifyAudit(context, INSTANCE_TEAM_ID),
);
