import { listSignInMethods, type SignInMethodRow } from "@/db/queries/sign-in-methods";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { requireInstancePermission } from "@/lib/permissions/require-permission";

export type ListedMethod = Omit<SignInMethodRow, "clientSecretSealed"> & {
  /** What the provider must be told. */
  callbackUrl: string;
};

/** Every method, without its secret.
 *  @throws AppError `forbidden` */
export async function listMethods({ db, actor }: Context): Promise<ListedMethod[]> {
  requireInstancePermission(actor, "instance:sign-in");
  const rows = await listSignInMethods(db);
  return rows.map(({ clientSecretSealed: _, ...row }) => ({
    ...row,
    callbackUrl: `${env().AUTH_URL}/api/auth/callback/${row.id}`,
  }));
}

/** Where providers send people back to; `…` stands for the method. */
export const callbackPattern = (): string => `${env().AUTH_URL}/api/auth/callback/…`;
