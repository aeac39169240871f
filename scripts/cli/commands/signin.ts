import { type Command, Option } from "commander";
import { METHOD_KINDS } from "@/lib/sign-in/method-input";
import { leaf, withCommonOptions } from "../leaf";
import type { addOne, listAll, removeOne } from "../signin/methods";

const collect = (value: string, before: string[]) => [...before, value];

export function addSignInCommands(signin: Command): void {
  const add = leaf(signin, "add", "let people sign in at a provider; prints what it must be told")
    .requiredOption("--name <name>", "what its button says")
    .addOption(new Option("--kind <kind>", "which provider").choices(METHOD_KINDS).default("oidc"))
    .option("--issuer <url>", "where it is; Google, GitHub, Feishu and DingTalk need none")
    .option(
      "--api-url <url>",
      "where GitHub, Feishu or DingTalk is asked about people, if elsewhere than usual",
    )
    .requiredOption("--client-id <id>", "what it calls Wye")
    .requiredOption("--client-secret <secret>", 'Wye\'s secret there; "-" reads it from standard input')
    .option("--domain <domain>", "an e-mail domain that it is trusted for; may be repeated", collect, [])
    .option(
      "--tenant <id>",
      "a company whose people may come: Feishu's tenant key, DingTalk's corp id; may be repeated",
      collect,
      [],
    )
    .option("--groups-claim <claim>", "the claim that names a person's groups, such as groups")
    .option(
      "--grant <group=team:role>",
      'a role in a team for a group, "*" for everybody; may be repeated',
      collect,
      [],
    );
  withCommonOptions(add).action(async (...[options]: Parameters<typeof addOne>) =>
    (await import("../signin/methods")).addOne(options),
  );
  const list = leaf(signin, "list", "where people can sign in besides with a password");
  withCommonOptions(list).action(async (...[options]: Parameters<typeof listAll>) =>
    (await import("../signin/methods")).listAll(options),
  );
  const remove = leaf(signin, "remove", "nobody signs in there any more").argument("<id>");
  withCommonOptions(remove).action(async (...[id, options]: Parameters<typeof removeOne>) =>
    (await import("../signin/methods")).removeOne(id, options),
  );
}
