"use client";

import { useEffect, useState } from "react";
import { chooseTheme, THEME_COOKIE, type Theme } from "@/lib/i18n/theme";
import { setCookie } from "./set-cookie";

/** The server wrote the choice on <html>; a change shows at once and the cookie keeps it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(chooseTheme(document.documentElement.dataset.theme)), []);
  function change(next: Theme): void {
    setTheme(next);
    setCookie(THEME_COOKIE, next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  }
  return [theme, change];
}
