"use client";

import { type Dispatch, type SetStateAction, useEffect, useState } from "react";

/** Whether the choice of a team is open; Alt with T opens it from everywhere, also while one types. */
export function useTeamKey(teamId: string): [boolean, Dispatch<SetStateAction<boolean>>] {
  const [isOpen, setOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another team was opened, so the choice is made.
  useEffect(() => setOpen(false), [teamId]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // By its place: with Alt the key writes another letter on some keyboards.
      if (event.code !== "KeyT" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((wasOpen) => !wasOpen);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return [isOpen, setOpen];
}
