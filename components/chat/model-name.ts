import type { Picker } from "@/lib/chat/picker";

/** What people call the model that a `provider/model` names; what the page does not know goes by its own name. */
export function modelNameOf(name: string, { models }: Pick<Picker, "models">): string {
  const known = models.find((model) => model.name === name);
  return known?.displayName ?? name.slice(name.indexOf("/") + 1);
}
