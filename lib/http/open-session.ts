import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { requireFeature } from "@/lib/features/require-feature";
import { SESSION_HEADER } from "@/lib/format/program-request";
import { requireSession } from "./require-session";
import { requireSameOrigin } from "./same-origin";

/** Whether one of Wye's own pages asks as the person who is signed in, instead of a program with a key. The cookie alone
 *  says nothing: another site's page can have it sent, but not with a header of ours. */
export const isFromPage = (request: Request): boolean => request.headers.has(SESSION_HEADER);

/** The person who tries the API out on a page, with their own rights.
 *  @throws AppError `forbidden` for another site's page; `unauthenticated`, `team_closed`, `feature_off` */
export async function openSession(request: Request, requestId: string): Promise<Context> {
  requireSameOrigin(request, new URL(env().AUTH_URL).origin);
  const context = await requireSession(request, requestId, {});
  await requireFeature(context.db, "api");
  return context;
}
