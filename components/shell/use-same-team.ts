"use client";

import { useEffect } from "react";
import { TEAM_COOKIE } from "@/lib/auth/team-cookie";
import { setCookie } from "./set-cookie";

/** Keeps which team the browser shows, and leaves this page once another tab has opened another team. */
export function useSameTeam(teamId: string): void {
  useEffect(() => {
    if (shownTeam() !== teamId) setCookie(TEAM_COOKIE, teamId);

    function look(): void {
      const shown = shownTeam();
      if (shown !== null && shown !== teamId) location.assign("/");
    }
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [teamId]);
}

function shownTeam(): string | null {
  const entry = document.cookie.split("; ").find((pair) => pair.startsWith(`${TEAM_COOKIE}=`));
  return entry === undefined ? null : decodeURIComponent(entry.slice(TEAM_COOKIE.length + 1));
}
