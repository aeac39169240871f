"use client";

import { useCallback, useEffect, useState } from "react";

const PREFIX = "wye-draft:";

/** What is being typed, kept in this browser per chat until it is sent. Where storage is refused (private
 *  windows), it lives as long as the page. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState("");

  // After the first render, because the server has no drafts.
  useEffect(() => setDraft(read(key)), [key]);

  const change = useCallback(
    (text: string) => {
      setDraft(text);
      write(key, text);
    },
    [key],
  );
  return [draft, change];
}

function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): boolean {
  try {
    if (text === "") localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
    return true;
  } catch {
    return false;
  }
}
