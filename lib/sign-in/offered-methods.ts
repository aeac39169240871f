import type { Db } from "@/db/client";
import { listOpenSignInMethods } from "@/db/queries/sign-in-methods";

export interface OfferedMethod {
  id: string;
  name: string;
}

/** What the sign-in page offers to whoever comes. */
export async function offeredMethods(db: Db): Promise<OfferedMethod[]> {
  return (await listOpenSignInMethods(db)).map(({ id, name }) => ({ id, name }));
}
