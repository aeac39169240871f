import type { useTranslations } from "next-intl";
import type { MessageMetadata } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { modelNameOf } from "./model-name";

/** Who answers in a column; before that is known, who was asked. */
export function columnName(
  { mode, model, modelName }: Pick<MessageMetadata, "mode" | "model" | "modelName">,
  asked: Choice | null,
  picker: Picker,
  t: ReturnType<typeof useTranslations<"chat">>,
): string {
  const name = modelName ?? (model && modelNameOf(model, picker));
  if (name) return mode ? `${t(mode)} · ${name}` : name;
  if (asked === null) return t("picker.label");
  return asked.kind === "mode" ? t(asked.mode) : modelNameOf(asked.model, picker);
}
