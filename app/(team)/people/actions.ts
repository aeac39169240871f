"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { AddToGroup, addToGroup as addToGroupUseCase } from "@/lib/groups/add-to-group";
import { removeFromGroup as removeFromGroupUseCase } from "@/lib/groups/remove-from-group";
import { SetGroupManager, setGroupManager as setGroupManagerUseCase } from "@/lib/groups/set-group-manager";
import { action } from "@/lib/http/action";
import { ChangeRole, changeRole as changeRoleUseCase } from "@/lib/members/change-role";
import { findMember, getMember } from "@/lib/members/get-member";
import { leaveTeam as leaveTeamUseCase } from "@/lib/members/leave-team";
import { listMembers, MemberQuery } from "@/lib/members/list-members";
import { removeMember as removeMemberUseCase } from "@/lib/members/remove-member";
import { restoreAccess as restoreAccessUseCase } from "@/lib/members/restore-access";
import { suspendMember as suspendMemberUseCase } from "@/lib/members/suspend-member";
import { transferOwnership as transferOwnershipUseCase } from "@/lib/members/transfer-ownership";
import { undoRemoval as undoRemovalUseCase } from "@/lib/members/undo-removal";

const PersonId = z.strictObject({ personId: z.uuid() });
const InGroup = z.strictObject({ groupId: z.uuid(), personId: z.uuid() });

export const loadMembers = action({ whileEnding: true, input: MemberQuery }, listMembers);

export const changeRole = action({ input: ChangeRole, stepUp: "role:change" }, async (context, input) => {
  await changeRoleUseCase(context, input);
  return getMember(context, input.personId);
});

export const suspendMember = action({ input: PersonId }, async (context, { personId }) => {
  await suspendMemberUseCase(context, personId);
  return getMember(context, personId);
});

export const restoreAccess = action({ input: PersonId }, async (context, { personId }) => {
  await restoreAccessUseCase(context, personId);
  return getMember(context, personId);
});

export const removeMember = action({ input: PersonId }, (context, { personId }) =>
  removeMemberUseCase(context, personId),
);

export const undoRemoval = action(
  { input: z.strictObject({ undo: z.string().max(100_000) }) },
  async (context, { undo }) => {
    const { personId } = await undoRemovalUseCase(context, undo);
    return getMember(context, personId);
  },
);

export const transferOwnership = action(
  { input: PersonId, stepUp: "role:transfer" },
  async (context, { personId }) => {
    await transferOwnershipUseCase(context, personId);
    redirect("/people");
  },
);

export const addToGroup = action({ input: AddToGroup }, async (context, input) => {
  const { personId } = await addToGroupUseCase(context, input);
  return getMember(context, personId);
});

/** Null: the member is not in sight any more. */
export const removeFromGroup = action({ input: InGroup }, async (context, input) => {
  await removeFromGroupUseCase(context, input);
  return findMember(context, input.personId);
});

export const setGroupManager = action({ input: SetGroupManager }, async (context, input) => {
  await setGroupManagerUseCase(context, input);
  return getMember(context, input.personId);
});

export const leaveTeam = action({ whileEnding: true, input: z.void() }, async (context) => {
  await leaveTeamUseCase(context);
  redirect("/");
});
