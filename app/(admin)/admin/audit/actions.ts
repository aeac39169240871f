"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { auditPage } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { INSTANCE_CHAIN } from "@/lib/audit/instance-chain";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { action } from "@/lib/http/action";

const Page = z.object({ query: AuditQuery, beforeSeq: z.int().positive() });

export const loadInstanceAudit = action(
  { input: Page, whileEnding: true },
  async (context, { query, beforeSeq }) =>
    auditPage(context, INSTANCE_CHAIN, { ...query, beforeSeq }, await getLocale()),
);

export const verifyInstanceAudit = action({ input: z.object({}), whileEnding: true }, (context) =>
  verifyAudit(context, INSTANCE_CHAIN),
);
