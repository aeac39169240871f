import { afterAll, beforeAll, expect, test } from "vitest";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { getTemporaryRule } from "@/lib/policy/get-temporary-rule";
import { setTemporaryChats } from "@/lib/policy/set-temporary-chats";
import { newTeam } from "@/tests/support/team";
import { ReplicaWorld } from "./replica-world";

let world: ReplicaWorld;
beforeAll(async () => {
  world = await ReplicaWorld.open();
});
afterAll(() => world.close());

test.each(ROLES)(
  "whether a team has temporary chats is decided by a %s exactly if the table says so",
  async (role) => {
    const who = await (await newTeam(world.database.db)).as(role);
    if (isAllowed(who.actor, "policy:write")) await setTemporaryChats(who, false);
    else await expect(setTemporaryChats(who, false)).rejects.toMatchObject({ code: "forbidden" });
    if (!isAllowed(who.actor, "chat:use"))
      await expect(getTemporaryRule(who)).rejects.toMatchObject({ code: "forbidden" });
  },
);
