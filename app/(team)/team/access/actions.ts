"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/http/action";
import { AccessChange, setAccess as setAccessUseCase } from "@/lib/policy/set-access";

export const setAccess = action({ input: AccessChange }, async (context, change) => {
  await setAccessUseCase(context, change);
  refresh();
});
