import { listTeams } from "@/db/queries/teams";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { addMethod } from "@/lib/sign-in/add-method";
import { listMethods } from "@/lib/sign-in/list-methods";
import { Grant, isOfManyTenants, type MethodKind, USUAL_ISSUERS } from "@/lib/sign-in/method-input";
import { removeMethod } from "@/lib/sign-in/remove-method";
import { Failure } from "../failure";
import { findTeam } from "../find-team";
import type { CommonOptions } from "../leaf";
import { printRows, printValue } from "../output";
import { readSecret } from "../read-secret";
import { withContext } from "../with-context";

interface AddOptions extends CommonOptions {
  name: string;
  kind: MethodKind;
  issuer?: string;
  apiUrl?: string;
  clientId: string;
  clientSecret: string;
  domain: string[];
  tenant: string[];
  groupsClaim?: string;
  grant: string[];
}

export async function addOne(options: AddOptions): Promise<void> {
  const {
    name,
    kind,
    clientId,
    domain: domains,
    tenant: tenants,
    groupsClaim = null,
    apiUrl = null,
  } = options;
  const issuer = options.issuer ?? USUAL_ISSUERS[kind];
  if (issuer === undefined) throw new Failure("--issuer: say where the provider is.");
  if (isOfManyTenants(kind) && tenants.length === 0) {
    throw new Failure("--tenant: say whose people may come; anybody can have a company there.");
  }
  const clientSecret = await readSecret(options.clientSecret);
  const added = await withContext(options, async (context) => {
    // Before a name is looked up: what teams there are is not for everybody.
    requireInstancePermission(context.actor, "instance:sign-in");
    const teams = await listTeams(context.db);
    const grants = options.grant.map((text) => readGrant(text, teams));
    const method = {
      name,
      kind,
      issuer,
      apiUrl,
      clientId,
      clientSecret,
      domains,
      tenants,
      groupsClaim,
      grants,
    };
    const { id } = await addMethod(context, method);
    const found = (await listMethods(context)).find((listed) => listed.id === id);
    return { id, name, callbackUrl: found?.callbackUrl ?? "" };
  });
  printValue(added, options, `Tell the provider this address of Wye's: ${added.callbackUrl}`);
}

/** `staff=Platform:member`; a team's name may have a colon in it, and a group's an equals sign. */
function readGrant(text: string, teams: readonly { id: string; name: string }[]): Grant {
  const [, group, name, role] = /^(.+)=([^=]+):([^:]+)$/.exec(text) ?? [];
  const parsed = Grant.safeParse({ group, teamId: name && findTeam(teams, name)?.id, role });
  if (parsed.success) return parsed.data;
  const roles = ROLES.filter((known) => known !== "owner").join(", ");
  throw new Failure(`--grant: ${text} is not group=team:role. Roles: ${roles}.`);
}

export async function listAll(options: CommonOptions): Promise<void> {
  const rows = await withContext(options, listMethods);
  printRows(rows, options, {
    columns: [
      { title: "id", value: ({ id }) => id },
      { title: "name", value: ({ name }) => name },
      { title: "issuer", value: ({ issuer }) => issuer },
      { title: "domains", value: ({ domains }) => domains.join(", ") },
      { title: "callback address", value: ({ callbackUrl }) => callbackUrl },
    ],
    none: 'There is none: people sign in with a password. Add one: "signin add".',
  });
}

export async function removeOne(id: string, options: CommonOptions): Promise<void> {
  await withContext(options, (context) => removeMethod(context, id));
  printValue({ id }, options, "Removed. Accounts stay, and so do sessions until they end.");
}
