"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

interface TwoStepsProps {
  /** Of its heading. */
  level: 2 | 3;
  title: string;
  body: string;
  begin: string;
  confirm: string;
  keep: string;
  act: () => Promise<ActionResult<unknown>>;
}

/** For the few acts that no undo takes back: who does them, loses what it would take. */
export function TwoSteps({ level, title, body, begin, confirm, keep, act }: TwoStepsProps) {
  const Heading = `h${level}` as const;
  const answered = useAnswered();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();

  async function perform(): Promise<void> {
    setProblem(null);
    const result = await answered(act);
    if (!result.ok) setProblem(result.error.message);
  }

  return (
    <section className="flex flex-col items-start gap-2">
      <Heading className="font-medium text-sm">{title}</Heading>
      <p className="text-pretty text-muted text-sm leading-relaxed">{body}</p>
      {problem !== null && (
        <Notice tone="danger" role="alert" className="w-full">
          {problem}
        </Notice>
      )}
      {isAsking ? (
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" busy={busy} onClick={() => start(perform)} autoFocus>
            {confirm}
          </Button>
          <Button variant="ghost" onClick={() => setAsking(false)}>
            {keep}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>{begin}</Button>
      )}
    </section>
  );
}
