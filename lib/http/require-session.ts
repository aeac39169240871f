import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import { sessionCookieName } from "@/lib/auth/session-token";
import { TEAM_COOKIE } from "@/lib/auth/team-cookie";
import { findLonePerson, findViewer } from "@/lib/auth/viewer";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { readCookie } from "./cookies";

/** Who is signed in.
 *  @param teamless whether a person whom no team has is served too
 *  @throws AppError `unauthenticated`; `team_closed` for who has lost the team that the request is about */
export async function requireSession(
  request: Request,
  requestId: string,
  teamless: boolean,
): Promise<Context> {
  const session = readCookie(request, sessionCookieName());
  const address = request.headers.get(CLIENT_ADDRESS_HEADER);
  const viewer = await findViewer({
    ...{ session, requestId, address },
    team: readCookie(request, TEAM_COOKIE),
  });
  const lone = !viewer && teamless ? await findLonePerson({ session, requestId, address }) : null;
  if (lone) return lone.context;
  if (!viewer) throw new AppError("unauthenticated");
  if (viewer.isElsewhere) throw new AppError("team_closed");
  return viewer.context;
}
