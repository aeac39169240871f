"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { toast } from "@/components/ui/toast";
import { usePickerHelp } from "./picker-help";

const NONE: Readonly<Record<string, boolean>> = {};

/** The starred models, those of just now first; a star shows at once, and goes again where it could not be saved.
 *  @param known as the server had them when it was last asked */
export function useFavourites(known: readonly string[]) {
  const t = useTranslations("chat.picker");
  const help = usePickerHelp();
  const changed = help?.stars.changed ?? NONE;
  const favourites = useMemo(() => {
    const added = Object.keys(changed).filter((model) => changed[model] && !known.includes(model));
    return [...added.reverse(), ...known.filter((model) => changed[model] !== false)];
  }, [changed, known]);

  async function toggle(model: string): Promise<void> {
    const favourite = !favourites.includes(model);
    help?.stars.change(model, favourite);
    const result = await help?.setFavourite({ model, favourite }).catch(() => null);
    if (result?.ok) return;
    help?.stars.change(model, !favourite);
    toast.error(t("starFailed"));
  }

  return { favourites, toggle: help === null ? null : toggle };
}
