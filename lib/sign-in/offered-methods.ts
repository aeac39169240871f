import type { Db } from "@/db/client";
import { listSignInMethods } from "@/db/queries/sign-in-methods";

export interface OfferedMethod {
  id: string;
  name: string;
}

/** What the sign-in page offers to whoever comes. */
export async function offeredMethods(db: Db): Promise<OfferedMethod[]> {
  return (await listSignInMethods(db)).map(({ id, name }) => ({ id, name }));
}
