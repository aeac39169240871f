import type { PickerHelp } from "@/components/chat/picker-help";
import type { Actor } from "@/lib/permissions/actor";
import { isAllowed } from "@/lib/permissions/require-permission";
import { setFavourite } from "./actions";

/** What the picker asks of the page, as far as a person may. */
export function pickerHelp(actor: Actor): PickerHelp {
  return {
    setFavourite,
    connectHref: isAllowed(actor, "provider:write") ? "/providers" : null,
    modelsHref: isAllowed(actor, "catalogue:write") ? "/models" : null,
  };
}
