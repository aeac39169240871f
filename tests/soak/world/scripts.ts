import { TITLE_INSTRUCTION } from "@/lib/chat/title";
import type { Call } from "@/tests/support/upstream/call";
import type { Script } from "@/tests/support/upstream/script";

/** What a call is about. */
interface Asked {
  marker: string;
  purpose: "chat" | "title";
}

/** Answers each call by the question in it, so that no call can take another's answer, and tells them apart. */
export class Scripts {
  readonly #answers = new Map<string, Script>();
  readonly #calls = new Map<string, Call[]>();
  /** Calls about no question that anybody asked here. */
  readonly strays: Call[] = [];

  answer(marker: string, script: Script): void {
    this.#answers.set(marker, script);
  }

  choose(call: Call): Partial<Script> | null {
    const asked = askedIn(call);
    const script = asked && this.#answers.get(asked.marker);
    if (!asked || !script) {
      this.strays.push(call);
      return null;
    }
    const key = keyOf(asked.marker, asked.purpose);
    this.#calls.set(key, [...(this.#calls.get(key) ?? []), call]);
    return asked.purpose === "chat" ? script : { text: `Chat ${asked.marker}` };
  }

  callsOf(marker: string, purpose: Asked["purpose"]): readonly Call[] {
    return this.#calls.get(keyOf(marker, purpose)) ?? [];
  }
}

const keyOf = (marker: string, purpose: Asked["purpose"]) => `${purpose} ${marker}`;

/** The last question in a prompt is the one that is asked. */
function askedIn({ body }: Call): Asked | null {
  const prompt = JSON.stringify(body);
  const marker = prompt.match(/soak-\d+-\d+-\d+-[a-z]/g)?.at(-1);
  if (marker === undefined) return null;
  return {
    marker,
    purpose: prompt.includes(JSON.stringify(TITLE_INSTRUCTION).slice(1, -1)) ? "title" : "chat",
  };
}
