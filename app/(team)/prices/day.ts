import { z } from "zod";

/** A day as a form gives it: its midnight, UTC. */
export const Day = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));
