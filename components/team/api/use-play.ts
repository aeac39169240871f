"use client";

import { useEffect, useRef, useState } from "react";
import { SESSION_HEADER } from "@/lib/format/program-request";
import { EventData } from "./event-data";
import { addReply, costOfHeader, NO_ANSWER, type PlayAnswer } from "./play-answer";

export type PlayState = "waiting" | "streaming" | "done" | "stopped" | "failed" | "unreachable";

export interface PlayRun {
  state: PlayState;
  status: number | null;
  headers: readonly (readonly [name: string, value: string])[];
  answer: PlayAnswer;
  /** What came over the wire, up to a limit. */
  raw: string;
}

const BEGUN: PlayRun = { state: "waiting", status: null, headers: [], answer: NO_ANSWER, raw: "" };
const MOST_RAW = 200_000;

/** Sends a request to the API and reads the answer, one at a time.
 *  @param address of chat completions, on this server */
export function usePlay(address: string) {
  const [run, setRun] = useState<PlayRun | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  /** @param key null: as the person who is signed in */
  async function send(body: string, key: string | null): Promise<void> {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    let latest = BEGUN;
    const show = (part: Partial<PlayRun>) => {
      latest = { ...latest, ...part };
      if (stop.current === mine) setRun(latest);
    };
    show({});
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json", ...credentialsOf(key) },
        // With a key it is asked as a program asks, which has no cookie.
        credentials: key === null ? "same-origin" : "omit",
        ...{ body, signal: mine.signal },
      });
      show({
        status: response.status,
        headers: [...response.headers].filter(([name]) => isTold(name)),
        state: "streaming",
      });
      const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
      if (isStream) {
        const isWhole = await readStream(response, latest, show);
        if (!isWhole && latest.answer.failure === null) throw new Error("the stream broke off");
      } else {
        const raw = await response.text();
        const answer = addReply(NO_ANSWER, parsed(raw));
        const cost = answer.cost ?? costOfHeader(response.headers.get("x-wye-cost"));
        show({ raw: raw.slice(0, MOST_RAW), answer: { ...answer, cost } });
      }
      show({ state: response.ok && latest.answer.failure === null ? "done" : "failed" });
    } catch {
      // The browser says no more than that nothing came, or nothing more.
      show({ state: mine.signal.aborted ? "stopped" : "unreachable" });
    }
  }

  return { run, send, stop: () => stop.current?.abort() };
}

/** @returns whether it came to its end */
async function readStream(
  response: Response,
  { raw: before, answer: begun }: PlayRun,
  show: (part: Partial<PlayRun>) => void,
): Promise<boolean> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const events = new EventData();
  let [raw, answer, isWhole] = [before, begun, false];
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    if (raw.length < MOST_RAW) raw = (raw + part.value).slice(0, MOST_RAW);
    for (const data of events.take(part.value)) {
      answer = addReply(answer, parsed(data));
      isWhole ||= data === "[DONE]";
    }
    show({ raw, answer });
  }
  return isWhole;
}

const credentialsOf = (key: string | null): Record<string, string> =>
  key === null ? { [SESSION_HEADER]: "1" } : { authorization: `Bearer ${key}` };

const isTold = (name: string): boolean =>
  name.startsWith("x-") || name === "retry-after" || name === "content-type";

/** `[DONE]`, and what a proxy says in the server's stead, is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
