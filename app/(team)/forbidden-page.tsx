import { Forbidden } from "@/components/team/forbidden";
import type { Viewer } from "@/lib/auth/viewer";
import { listOwners } from "@/lib/teams/list-owners";

export async function ForbiddenPage({ viewer }: { viewer: Viewer }) {
  return <Forbidden team={viewer.team.name} owners={await listOwners(viewer.context)} />;
}
