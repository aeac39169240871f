"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ActionResult } from "@/lib/http/action";

/** What the picker asks of the page around it. */
export interface PickerHelp {
  setFavourite: (input: { model: string; favourite: boolean }) => Promise<ActionResult<void>>;
  /** Where a vendor is connected and a model shown again; null for a person who may not. */
  connectHref: string | null;
  modelsHref: string | null;
}

const Help = createContext<PickerHelp | null>(null);

export function PickerHelpProvider({ help, children }: { help: PickerHelp; children: ReactNode }) {
  return <Help value={help}>{children}</Help>;
}

export const usePickerHelp = (): PickerHelp | null => useContext(Help);
