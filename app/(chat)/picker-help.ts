import type { PickerHelp } from "@/components/chat/picker-help";
import type { Features } from "@/lib/features/feature";
import type { Actor } from "@/lib/permissions/actor";
import { isAllowed } from "@/lib/permissions/require-permission";
import { setFavourite } from "./actions";

/** What the picker asks of the page, as far as a person may and it is switched on. */
export function pickerHelp(actor: Actor, features: Features): PickerHelp {
  const show = isAllowed(actor, "catalogue:write");
  return {
    setFavourite,
    may: {
      connect: isAllowed(actor, "provider:write"),
      show,
      compare: features.comparisons,
      route: isAllowed(actor, "mode:write"),
      // Both: the page where it is done is the team's.
      showForAll: show && (actor.kind === "instance" || actor.instanceAdmin),
    },
  };
}
