"use client";

import { cjk } from "@streamdown/cjk";
import { useEffect, useState } from "react";
import type { PluginConfig } from "streamdown";
import { loadPatiently } from "../load-patiently";

let loaded: PluginConfig | null = null;

/** KaTeX, its style sheet and its fonts come with the first formula. */
export function useMathPlugin(needed: boolean): PluginConfig | null {
  const [plugins, setPlugins] = useState(loaded);
  useEffect(() => {
    if (!needed || plugins !== null) return;
    let left = false;
    void loadPatiently(() => import("./math-plugin")).then(({ math }) => {
      loaded ??= { cjk, math };
      if (!left) setPlugins(loaded);
    });
    return () => {
      left = true;
    };
  }, [needed, plugins]);
  return needed ? plugins : null;
}
