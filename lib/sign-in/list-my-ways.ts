import { findPerson } from "@/db/queries/people";
import { listOpenSignInMethods, listSignInIdentitiesOf } from "@/db/queries/sign-in-methods";
import type { Context } from "@/lib/context";

export interface MyWays {
  password: boolean;
  /** Every method that is open, and what of it is theirs. */
  methods: { id: string; name: string; lastUsedAt: Date | null }[];
}

/** By which ways who asks can sign in, and which they could add. */
export async function listMyWays({ db, actor }: Context): Promise<MyWays> {
  const [person, open, own] = await Promise.all([
    findPerson(db, actor.personId),
    listOpenSignInMethods(db),
    listSignInIdentitiesOf(db, actor.personId),
  ]);
  const password = person !== null && person.passwordHash !== null;
  return {
    password,
    methods: open.map(({ id, name }) => {
      const held = own.filter(({ methodId }) => methodId === id);
      const used = held.map(({ lastUsedAt }) => lastUsedAt.getTime());
      return {
        ...{ id, name },
        lastUsedAt: used.length > 0 ? new Date(Math.max(...used)) : null,
      };
    }),
  };
}

/** How many ways to sign in somebody has: a password, and each method that is open. */
export function waysLeft(
  password: boolean,
  own: readonly { methodId: string; switchedOffAt: Date | null }[],
): number {
  const methods = new Set(own.filter((way) => way.switchedOffAt === null).map(({ methodId }) => methodId));
  return methods.size + (password ? 1 : 0);
}
