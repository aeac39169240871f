import { useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { MemberPage, MemberQuery } from "@/lib/members/list-members";
import { useAnswered } from "../use-answered";

export type LoadMembers = (query: MemberQuery) => Promise<ActionResult<MemberPage>>;

const TYPING_MS = 250;

/** The members whose names or e-mails match what is typed, page by page. */
export function useMemberSearch(initial: MemberPage, load: LoadMembers) {
  const answered = useAnswered();
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(initial);
  const [isLoading, setLoading] = useState(false);
  const asked = useRef("");
  const wanted = search.trim();

  useEffect(() => {
    if (wanted === asked.current) return;
    const timer = setTimeout(async () => {
      asked.current = wanted;
      const result = await answered(load({ search: wanted }));
      // What was typed since asks for others.
      if (asked.current !== wanted) return;
      if (result.ok) setPage(result.value);
      else toast.error(result.error.message);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [wanted, load, answered]);

  async function more(): Promise<void> {
    const { next } = page;
    if (next === null || isLoading) return;
    setLoading(true);
    const of = asked.current;
    const result = await answered(load({ search: of, after: next }));
    setLoading(false);
    if (of !== asked.current) return;
    if (!result.ok) return toast.error(result.error.message);
    const { members } = result.value;
    setPage((known) => ({ ...result.value, members: [...known.members, ...members] }));
  }

  return { search, setSearch, members: page.members, hasMore: page.next !== null, isLoading, more };
}
