"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { addMethod as addMethodUseCase } from "@/lib/sign-in/add-method";
import { checkMethod as checkMethodUseCase } from "@/lib/sign-in/check-method";
import { MethodInput } from "@/lib/sign-in/method-input";
import { removeMethod as removeMethodUseCase } from "@/lib/sign-in/remove-method";
import { restoreMethod as restoreMethodUseCase } from "@/lib/sign-in/restore-method";
import { SwitchMethod, switchMethod as switchMethodUseCase } from "@/lib/sign-in/switch-method";

// Whatever becomes of the team that the administrator works in.
const Method = z.strictObject({ methodId: z.uuid() });

export const addMethod = action({ input: MethodInput, whileEnding: true }, async (context, input) => {
  const added = await addMethodUseCase(context, input);
  refresh();
  return added;
});

export const checkMethod = action({ input: Method, whileEnding: true }, async (context, { methodId }) =>
  checkMethodUseCase(context, methodId),
);

export const switchMethod = action({ input: SwitchMethod, whileEnding: true }, async (context, input) => {
  await switchMethodUseCase(context, input);
  refresh();
});

export const removeMethod = action({ input: Method, whileEnding: true }, async (context, { methodId }) => {
  await removeMethodUseCase(context, methodId);
  refresh();
});

export const restoreMethod = action({ input: Method, whileEnding: true }, async (context, { methodId }) => {
  await restoreMethodUseCase(context, methodId);
  refresh();
});
