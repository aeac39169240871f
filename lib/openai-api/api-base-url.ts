import { env } from "@/lib/env";

/** What a program is told as its base URL. */
export const apiBaseUrl = (): string => `${new URL(env().AUTH_URL).origin}/api/v1`;
