"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { LOCALES } from "@/lib/i18n/locale";
import { importMembers as importMembersUseCase } from "@/lib/members/import-members";
import { planImport as planImportUseCase } from "@/lib/members/plan-import";
import { summarizePlan } from "@/lib/members/summarize-plan";

const File = z.strictObject({ text: z.string() });

export const planImport = action({ input: File }, async (context, { text }) =>
  summarizePlan(await planImportUseCase(context, text)),
);

export const importMembers = action(
  { input: File.extend({ locale: z.enum(LOCALES) }) },
  (context, { text, locale }) => importMembersUseCase(context, text, locale),
);
