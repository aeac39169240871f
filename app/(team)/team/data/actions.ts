"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { deleteTeam as deleteTeamUseCase } from "@/lib/teams/delete-team";
import { restoreTeam as restoreTeamUseCase } from "@/lib/teams/restore-team";

export const deleteTeam = action(
  { whileEnding: true, input: z.object({}), stepUp: "team:delete" },
  async (context) => {
    await deleteTeamUseCase(context);
    refresh();
  },
);

export const restoreTeam = action({ whileEnding: true, input: z.object({}) }, async (context) => {
  await restoreTeamUseCase(context);
  refresh();
});
