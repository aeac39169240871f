import { env } from "@/lib/env";

/** What is passed on to whoever is invited. */
export const invitationLink = (token: string): string => new URL(`/invite/${token}`, env().AUTH_URL).href;
