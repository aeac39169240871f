"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Member, MemberPage } from "@/lib/members/list-members";
import { useAnswered } from "../use-answered";
import type { MemberActs } from "./member-acts";
import { type MemberFilter, toQuery } from "./member-filter";

/** The members that are shown: those that came with the page, and further pages when asked for. */
export function useMembers(initial: MemberPage, filter: MemberFilter, load: MemberActs["loadMembers"]) {
  const answered = useAnswered();
  const [members, setMembers] = useState(initial.members);
  const [next, setNext] = useState(initial.next);
  const [isLoading, setLoading] = useState(false);
  // Of those who came and went since the page was counted.
  const [change, setChange] = useState(0);

  async function more(): Promise<void> {
    if (next === null || isLoading) return;
    setLoading(true);
    const result = await answered(load({ ...toQuery(filter), after: next }));
    setLoading(false);
    if (!result.ok) return toast.error(result.error.message);
    // A name that changed meanwhile may come twice.
    setMembers((known) => [
      ...known,
      ...result.value.members.filter(({ id }) => !known.some((member) => member.id === id)),
    ]);
    setNext(result.value.next);
  }

  /** Shows one as they are now, or no more. */
  function put(id: string, now: Member | null): void {
    const wasThere = members.some((member) => member.id === id);
    if (wasThere !== (now !== null)) setChange((before) => before + (now === null ? -1 : 1));
    setMembers((known) => {
      const others = known.filter((member) => member.id !== id);
      if (now === null) return others;
      const isKnown = others.length < known.length;
      return isKnown ? known.map((member) => (member.id === id ? now : member)) : [now, ...known];
    });
  }

  const total = (initial.total ?? initial.members.length) + change;
  return { members, total, hasMore: next !== null, isLoading, more, put };
}
