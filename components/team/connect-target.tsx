"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** The vendor that a person wants to connect, said anew with each press. */
interface Target {
  vendor: string;
  press: number;
}

interface ConnectTarget {
  target: Target | null;
  choose: (vendor: string) => void;
}

const Chosen = createContext<ConnectTarget>({ target: null, choose: () => undefined });

interface ConnectTargetProviderProps {
  /** What the address asks for. */
  initial: string | null;
  children: ReactNode;
}

/** Leads from a vendor in the list to the form that connects it. */
export function ConnectTargetProvider({ initial, children }: ConnectTargetProviderProps) {
  const [target, setTarget] = useState<Target | null>(
    initial === null ? null : { vendor: initial, press: 0 },
  );
  const value = useMemo(
    () => ({
      target,
      choose: (vendor: string) => setTarget((before) => ({ vendor, press: (before?.press ?? 0) + 1 })),
    }),
    [target],
  );
  return <Chosen value={value}>{children}</Chosen>;
}

export const useConnectTarget = () => useContext(Chosen);
