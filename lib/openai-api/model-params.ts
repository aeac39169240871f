import { z } from "zod";

/** A model's name has a slash in it, so it takes several steps of an address. */
export const ModelParams = z.object({ id: z.array(z.string()).min(1) });
