"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { answered } from "./answered";

/** What happens where a model that the person chose by name fails. */
export type StandIn = "ask" | "always";

interface StandInPreference {
  value: StandIn;
  change: (value: StandIn) => void;
}

const Preference = createContext<StandInPreference | null>(null);

interface StandInProviderProps {
  initial: StandIn;
  remember: (input: { standIn: StandIn }) => Promise<ActionResult<void>>;
  children: ReactNode;
}

export function StandInProvider({ initial, remember, children }: StandInProviderProps) {
  const t = useTranslations("chat.settings");
  const [value, setValue] = useState(initial);
  const change = useCallback(
    async (next: StandIn) => {
      setValue(next);
      if ((await answered(remember({ standIn: next }))) !== null) return;
      setValue(next === "ask" ? "always" : "ask");
      toast.error(t("standInFailed"));
    },
    [remember, t],
  );
  const preference = useMemo(() => ({ value, change }), [value, change]);
  return <Preference value={preference}>{children}</Preference>;
}

/** Null where nothing is remembered. */
export const useStandIn = () => useContext(Preference);
