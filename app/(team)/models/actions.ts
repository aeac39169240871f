"use server";

import { refresh } from "next/cache";
import { ModelInput, setModel as setModelUseCase } from "@/lib/catalogue/set-model";
import { action } from "@/lib/http/action";

export const setModel = action({ input: ModelInput }, async (context, input) => {
  const before = await setModelUseCase(context, input);
  refresh();
  return before;
});
