"use client";

import type { UnavailableModel } from "@/lib/chat/picker";
import { type PickerHelp, usePickerHelp } from "./picker-help";

/** Where a person who may mends it that a model cannot be chosen, or reads by which rule; null: somebody else must. */
export function useMending(): (model: UnavailableModel) => string | null {
  const help = usePickerHelp();
  return (model) => help && wayOf(model, help);
}

/** The vendor already chosen, the model already open. */
function wayOf({ name, reason }: UnavailableModel, { may }: PickerHelp): string | null {
  const vendor = name.slice(0, name.indexOf("/"));
  switch (reason) {
    case "vendor":
      return may.connect ? `/providers?${new URLSearchParams({ connect: vendor })}` : null;
    case "model":
      return may.connect ? `/providers?${new URLSearchParams({ search: vendor })}` : null;
    case "hiddenByTeam":
      return may.show ? `/models?${new URLSearchParams({ model: name })}` : null;
    case "policy":
      return may.route ? "/router" : null;
    case "role":
      return "/team/access";
    case "hiddenByInstance":
      return may.showForAll ? `/models?${new URLSearchParams({ model: name })}` : null;
  }
}
