"use client";

import { useLocale } from "next-intl";
import { startTransition, useCallback, useRef, useState } from "react";
import type { PackedPicker } from "@/lib/chat/pack-picker";
import type { Picker } from "@/lib/chat/picker";
import { unpackPicker } from "@/lib/chat/unpack-picker";

export interface FreshPicker {
  picker: Picker;
  /** Asks for it again; what could not be had leaves what is known. */
  refresh: () => void;
  /** The last time it could not be had. */
  failed: boolean;
}

interface Answer {
  given: Picker;
  /** As it came: the same again is no change. */
  text: string;
  picker: Picker;
}

/** What can be chosen: the first of it as the page was given it, and all of it since the picker was opened. It is asked
 *  for again each time, so that a model that was pulled at a local server shows without a reload. */
export function useFreshPicker(given: Picker): FreshPicker {
  const locale = useLocale();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failed, setFailed] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const refresh = useCallback(() => {
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    setFailed(false);
    void loadPicker(locale, signal).then((text) => {
      if (signal.aborted) return;
      setFailed(text === null);
      // In between, so that a list of thousands holds up neither a key nor a frame.
      if (text !== null) startTransition(() => setAnswer((before) => toAnswer(given, text, before)));
    });
  }, [given, locale]);
  return { picker: answer?.given === given ? answer.picker : given, refresh, failed };
}

function toAnswer(given: Picker, text: string, before: Answer | null): Answer {
  if (before?.given === given && before.text === text) return before;
  // Our own server's answer; packPicker made it.
  return { given, text, picker: unpackPicker(JSON.parse(text) as PackedPicker) };
}

async function loadPicker(locale: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/api/picker?${new URLSearchParams({ locale })}`, { signal });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
