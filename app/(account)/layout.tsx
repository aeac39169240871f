import type { ReactNode } from "react";
import { LoneFrame } from "@/components/shell/lone-frame";
import { requirePerson } from "@/lib/auth/page-person";
import { pageViewer } from "@/lib/auth/page-viewer";
import { signOut } from "../(auth)/actions";
import { createPersonalSpace } from "../(team)/actions";
import { AppFrame } from "../app-frame";
import { loadFeatures } from "../load-features";

/** A person's own pages are there whether or not a team has them. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  if (await pageViewer()) return <AppFrame>{children}</AppFrame>;
  await requirePerson();
  const { personal_spaces } = await loadFeatures();
  return (
    <LoneFrame createSpace={personal_spaces ? createPersonalSpace : null} signOut={signOut}>
      {children}
    </LoneFrame>
  );
}
