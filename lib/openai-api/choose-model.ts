import { allowedModels } from "@/lib/completion/allowed-models";
import type { Offers } from "@/lib/completion/offers";
import { AppError } from "@/lib/errors";
import { CHOSEN_MODES, type Choice } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";

/** What a program means by a model's name: a mode; `provider/model`; or a model's own name, where one provider has it.
 *  @throws AppError `invalid_input` for a name that several have */
export function chooseModel(name: string, offers: Offers, now: Date): Choice {
  const mode = CHOSEN_MODES.find((one) => one === name);
  if (mode !== undefined) return { kind: "mode", mode };
  const wanted = name.toLowerCase();
  const models = allowedModels(offers, now);
  if (models.some((model) => nameOf(model).toLowerCase() === wanted)) return { kind: "model", model: name };
  const bare = models.filter(({ model }) => model.toLowerCase() === wanted).map(nameOf);
  const [only, ...more] = bare;
  if (more.length > 0)
    throw new AppError("invalid_input", { field: "model", problem: `may be ${bare.join(" or ")}` });
  return { kind: "model", model: only ?? name };
}
