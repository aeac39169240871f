"use server";

import { refresh } from "next/cache";
import { addModel as addModelUseCase } from "@/lib/catalogue/add-model";
import { ModelInput, NewModelInput } from "@/lib/catalogue/model-input";
import { setModel as setModelUseCase } from "@/lib/catalogue/set-model";
import { action } from "@/lib/http/action";

export const setModel = action({ input: ModelInput }, async (context, input) => {
  const before = await setModelUseCase(context, input);
  refresh();
  return before;
});

export const addModel = action({ input: NewModelInput }, async (context, input) => {
  await addModelUseCase(context, input);
  refresh();
});
