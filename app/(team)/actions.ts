"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentPerson } from "@/lib/auth/current-person";
import { keepTeam } from "@/lib/auth/page-session";
import { action } from "@/lib/http/action";
import { createPersonalSpace as createPersonalSpaceUseCase } from "@/lib/teams/create-personal-space";

const NAME_LENGTH = 40;

export const createPersonalSpace = action(
  { whileEnding: true, teamless: true, input: z.void() },
  async (context) => {
    const [t, holder] = await Promise.all([getTranslations("people.switcher"), currentPerson()]);
    const name = t("name", { name: holder?.person.name.slice(0, NAME_LENGTH) ?? "" });
    const { id } = await createPersonalSpaceUseCase(context, name);
    await keepTeam(id);
    redirect("/");
  },
);
