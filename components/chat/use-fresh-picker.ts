"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import type { Picker } from "@/lib/chat/picker";

/** What can be chosen, as the page was given it, and asked for again whenever the picker is opened: a model that was
 *  pulled at a local server shows without a reload. */
export function useFreshPicker(given: Picker, open: boolean): Picker {
  const locale = useLocale();
  const [fresh, setFresh] = useState<{ given: Picker; picker: Picker } | null>(null);
  useEffect(() => {
    if (!open) return;
    const closed = new AbortController();
    void loadPicker(locale, closed.signal).then((picker) => {
      if (picker !== null) setFresh({ given, picker });
    });
    return () => closed.abort();
  }, [open, given, locale]);
  return fresh?.given === given ? fresh.picker : given;
}

/** Null when it could not be had: what the page knows will do. */
async function loadPicker(locale: string, signal: AbortSignal): Promise<Picker | null> {
  try {
    const response = await fetch(`/api/picker?locale=${locale}`, { signal });
    // Our own server's answer; getPicker made it.
    return response.ok ? ((await response.json()) as Picker) : null;
  } catch {
    return null;
  }
}
