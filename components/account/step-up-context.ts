"use client";

import { createContext, useContext } from "react";

/** Asks the person who they are. @returns whether they have shown it; false: they let it be */
export type StepUp = (way: string) => Promise<boolean>;

export const StepUpContext = createContext<StepUp>(async () => false);

export const useStepUp = (): StepUp => useContext(StepUpContext);
