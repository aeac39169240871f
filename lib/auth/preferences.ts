import { z } from "zod";

export const Preferences = z.object({
  locale: z.enum(["en", "zh-CN"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
  showReasoning: z.boolean().optional(),
  sidebarFolded: z.boolean().optional(),
});
export type Preferences = z.infer<typeof Preferences>;
