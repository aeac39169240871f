import type { ReactNode } from "react";
import { StepUpProvider } from "@/components/account/step-up-provider";
import { LoneFrame } from "@/components/shell/lone-frame";
import { requirePerson } from "@/lib/auth/page-person";
import { pageViewer } from "@/lib/auth/page-viewer";
import { signOut } from "../(auth)/actions";
import { createPersonalSpace } from "../(team)/actions";
import { AppFrame } from "../app-frame";
import { loadFeatures } from "../load-features";
import { proveMe, readyToExport } from "./account/actions";

/** A person's own pages are there whether or not a team has them. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  if (await pageViewer()) return <AppFrame>{children}</AppFrame>;
  await requirePerson();
  const { personal_spaces } = await loadFeatures();
  return (
    <LoneFrame createSpace={personal_spaces ? createPersonalSpace : null} signOut={signOut}>
      <StepUpProvider prove={proveMe} ready={readyToExport} signOut={signOut}>
        {children}
      </StepUpProvider>
    </LoneFrame>
  );
}
