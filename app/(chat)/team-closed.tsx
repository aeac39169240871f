import { TeamClosed } from "@/components/chat/team-closed";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { listOwners } from "@/lib/teams/list-owners";

/** What stands where a question would be asked, of a team that is being deleted; null of any other. */
export async function teamClosed(as: "page" | "line") {
  const { context, team } = await requireViewer();
  if (!team.deletesAt) return null;
  return (
    <TeamClosed
      as={as}
      team={team.name}
      deletesAt={team.deletesAt}
      owners={await listOwners(context)}
      undoHref={isAllowed(context.actor, "team:delete") ? "/team/data" : null}
    />
  );
}
