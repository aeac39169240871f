import { PolicyNav, type PolicyPage } from "@/components/team/policy/policy-nav";
import { requireViewer } from "@/lib/auth/page-viewer";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFrame } from "../../load-frame";

/** The pages about what a team lays down that the viewer may open. */
export async function PolicyTabs({ current }: { current: PolicyPage }) {
  const [{ context }, { reading }] = await Promise.all([requireViewer(), loadFrame()]);
  return (
    <PolicyNav current={current} mayRead={reading !== null && isAllowed(context.actor, "content:read")} />
  );
}
