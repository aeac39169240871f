import { AppError } from "@/lib/errors";
import { isProven } from "@/lib/permissions/step-up";
import { proofWay } from "./proof-way";
import type { PersonViewer } from "./viewer";

/** @throws AppError `step_up`, with the way to show it, for who has not lately shown who they are; `unauthenticated` */
export async function requireProven(viewer: PersonViewer | null): Promise<void> {
  if (viewer === null) throw new AppError("unauthenticated");
  if (isProven(viewer.provenAt, Date.now())) return;
  throw new AppError("step_up", { way: await proofWay(viewer.context.db, viewer.person.id) });
}
