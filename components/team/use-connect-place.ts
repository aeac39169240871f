"use client";

import { useState } from "react";
import type { Scope } from "./models/scope-choice";

/** A connection that is there. */
export interface ConnectedName {
  scope: Scope;
  name: string;
}

export interface ConnectPlace {
  scope: Scope;
  setScope: (scope: Scope) => void;
  /** As typed. */
  name: string;
  setName: (name: string) => void;
  /** What it is then called: a vendor's id where nothing is typed. */
  called: string;
  /** One of this name is there, for the same people. */
  isTaken: boolean;
  /** What is sent of it. */
  input: { scope: Scope; name?: string };
}

/** For whom and under what name a vendor is to be connected. */
export function useConnectPlace(vendorId: string, connected: readonly ConnectedName[]): ConnectPlace {
  const [scope, setScope] = useState<Scope>("team");
  const [name, setName] = useState("");
  const given = name.trim();
  const called = given || vendorId;
  return {
    ...{ scope, setScope, name, setName, called },
    isTaken: connected.some((other) => other.scope === scope && other.name === called),
    input: { scope, ...(given !== "" && { name: given }) },
  };
}
