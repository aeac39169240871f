import { revokeSession } from "@/db/queries/sessions";
import { clearSessionCookie } from "./page-session";
import { pageViewer } from "./page-viewer";

/** Ends the session of this browser for good: its cookie is worth nothing from now on, wherever a copy is. */
export async function signOut(): Promise<void> {
  const viewer = await pageViewer();
  if (viewer) await revokeSession(viewer.context.db, viewer.sessionId);
  await clearSessionCookie();
}
