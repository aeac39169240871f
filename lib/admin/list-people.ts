import { listAllPeople } from "@/db/queries/admin-people";
import type { Context } from "@/lib/context";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { type ListQuery, type Page, pageOf } from "./list-query";

export interface AdminPerson {
  id: string;
  name: string;
  email: string;
  instanceAdmin: boolean;
  suspended: boolean;
  secondFactor: boolean;
  teams: number;
  /** Null: never signed in, or long ago. */
  lastSeenAt: string | null;
}

/** The accounts of the instance, the newest first.
 *  @throws AppError `forbidden` */
export async function listAdminPeople({ db, actor }: Context, query: ListQuery): Promise<Page<AdminPerson>> {
  requireInstancePermission(actor, "instance:person");
  const { rows, next } = await pageOf(query, (page) => listAllPeople(db, page));
  const people = rows.map(
    ({ id, name, email, instanceAdmin, suspendedAt, secondFactor, teams, lastSeenAt }) => ({
      ...{ id, name, email, instanceAdmin, secondFactor, teams },
      suspended: suspendedAt !== null,
      lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
    }),
  );
  return { rows: people, next };
}
