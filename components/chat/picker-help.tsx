"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ActionResult } from "@/lib/http/action";
import type { FreshPicker } from "./use-fresh-picker";

/** What the picker asks of the page around it. */
export interface PickerHelp {
  setFavourite: (input: { model: string; favourite: boolean }) => Promise<ActionResult<void>>;
  /** Connect a vendor, show the team a model again, show one to the whole server, change the team's routing, ask several
   *  models at once. */
  may: { connect: boolean; show: boolean; showForAll: boolean; route: boolean; compare: boolean };
}

/** Stars given and taken in this page: every picker shows them, whenever it was opened. */
export interface Stars {
  changed: Readonly<Record<string, boolean>>;
  change: (model: string, favourite: boolean) => void;
}

type Refreshing = Pick<FreshPicker, "refresh" | "failed">;

const Help = createContext<(PickerHelp & Refreshing & { stars: Stars }) | null>(null);

interface PickerHelpProviderProps extends Refreshing {
  help: PickerHelp;
  children: ReactNode;
}

export function PickerHelpProvider({ help, refresh, failed, children }: PickerHelpProviderProps) {
  const [changed, setChanged] = useState<Stars["changed"]>({});
  const value = useMemo(() => {
    const change: Stars["change"] = (model, favourite) =>
      setChanged((before) => ({ ...before, [model]: favourite }));
    return { ...help, refresh, failed, stars: { changed, change } };
  }, [help, refresh, failed, changed]);
  return <Help value={value}>{children}</Help>;
}

export const usePickerHelp = () => useContext(Help);
