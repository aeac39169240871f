import { z } from "zod";

/** A message as a person reads it, in both of its forms. */
export const RenderedMail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type RenderedMail = z.infer<typeof RenderedMail>;
