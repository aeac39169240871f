import { z } from "zod";

/** A script that sets a password for somebody is held to this; a person who chooses one, to more. */
const MIN_PASSWORD_LENGTH = 8;
export const MIN_CHOSEN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

export const NewPerson = z.object({
  email: z.string().trim().max(320).pipe(z.email()),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});
export type NewPerson = z.input<typeof NewPerson>;
