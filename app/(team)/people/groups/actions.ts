"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { createGroup as createGroupUseCase, GroupName } from "@/lib/groups/create-group";
import { deleteGroup as deleteGroupUseCase } from "@/lib/groups/delete-group";
import { renameGroup as renameGroupUseCase } from "@/lib/groups/rename-group";
import { restoreGroup as restoreGroupUseCase } from "@/lib/groups/restore-group";
import { action } from "@/lib/http/action";

const GroupId = z.strictObject({ groupId: z.uuid() });

export const createGroup = action(
  { input: z.strictObject({ name: GroupName }) },
  async (context, { name }) => {
    await createGroupUseCase(context, name);
    refresh();
  },
);

export const renameGroup = action(
  { input: z.strictObject({ groupId: z.uuid(), name: GroupName }) },
  async (context, input) => {
    await renameGroupUseCase(context, input);
    refresh();
  },
);

export const deleteGroup = action({ input: GroupId }, async (context, { groupId }) => {
  await deleteGroupUseCase(context, groupId);
  refresh();
});

export const restoreGroup = action({ input: GroupId }, async (context, { groupId }) => {
  await restoreGroupUseCase(context, groupId);
  refresh();
});
