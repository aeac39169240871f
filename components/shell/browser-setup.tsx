"use client";

import { useRouter } from "next/navigation";
import { useTimeZone } from "next-intl";
import { useEffect, useInsertionEffect } from "react";
import { setStyleNonce } from "@/components/ui/style-nonce";
import { TIME_ZONE_COOKIE } from "@/lib/i18n/time-zone";
import { setCookie } from "./set-cookie";

/** What the server cannot know or do: the reader's time zone, and the nonce for style elements that Radix's
 *  scroll lock makes while a dialog is open. */
export function BrowserSetup({ nonce }: { nonce: string }) {
  const router = useRouter();
  const rendered = useTimeZone();

  useInsertionEffect(() => {
    setStyleNonce(nonce);
  }, [nonce]);

  useEffect(() => {
    const actual = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (actual === rendered) return;
    setCookie(TIME_ZONE_COOKIE, actual);
    router.refresh();
  }, [rendered, router]);

  return null;
}
