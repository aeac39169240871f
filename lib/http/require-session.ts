import { CLIENT_ADDRESS_HEADER } from "@/lib/auth/client-address-header";
import { requireProven } from "@/lib/auth/require-proven";
import { sessionCookieName } from "@/lib/auth/session-token";
import { TEAM_COOKIE } from "@/lib/auth/team-cookie";
import { findLonePerson, findViewer } from "@/lib/auth/viewer";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { StepUpAct } from "@/lib/permissions/step-up";
import { readCookie } from "./cookies";

/** Who is signed in.
 *  @param options `teamless`: a person whom no team has is served too; `stepUp`: only who has lately shown who they are
 *  @throws AppError `unauthenticated`; `step_up`; `team_closed` for who has lost the team that the request is about */
export async function requireSession(
  request: Request,
  requestId: string,
  options: { teamless?: true; stepUp?: StepUpAct },
): Promise<Context> {
  const { teamless, stepUp } = options;
  const session = readCookie(request, sessionCookieName());
  const address = request.headers.get(CLIENT_ADDRESS_HEADER);
  const viewer = await findViewer({
    ...{ session, requestId, address },
    team: readCookie(request, TEAM_COOKIE),
  });
  const lone = !viewer && teamless ? await findLonePerson({ session, requestId, address }) : null;
  if (stepUp !== undefined) await requireProven(viewer ?? lone);
  if (lone) return lone.context;
  if (!viewer) throw new AppError("unauthenticated");
  if (viewer.isElsewhere) throw new AppError("team_closed");
  return viewer.context;
}
