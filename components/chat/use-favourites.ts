"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { usePickerHelp } from "./picker-help";

/** The starred models; a star shows at once, and goes again where it could not be saved. */
export function useFavourites(initial: readonly string[]) {
  const t = useTranslations("chat.picker");
  const help = usePickerHelp();
  const [favourites, setFavourites] = useState(initial);

  async function toggle(model: string): Promise<void> {
    const favourite = !favourites.includes(model);
    const before = favourites;
    setFavourites(favourite ? [model, ...before] : before.filter((name) => name !== model));
    const result = await help?.setFavourite({ model, favourite }).catch(() => null);
    if (result?.ok) return;
    setFavourites(before);
    toast.error(t("starFailed"));
  }

  return { favourites, toggle: help === null ? null : toggle };
}
