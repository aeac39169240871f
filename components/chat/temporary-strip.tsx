"use client";

import { EyeDashed, ShieldAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { OpenTemporary } from "@/lib/chat/list-chats";
import type { TemporaryRule } from "@/lib/chat/temporary";

/** Hours. */
export interface TemporarySpan {
  idle: number;
  most: number;
}

interface ToggleProps {
  on: boolean;
  /** The person has asked for what the rule forbids. */
  refused: boolean;
  rule: TemporaryRule;
  span: TemporarySpan;
  open: readonly OpenTemporary[];
  onToggle: () => void;
}

/** Above a new chat: makes it one of which nothing is kept, says what that means, and leads to those that are open. */
export function TemporaryToggle({ on, refused, rule, span, open, onToggle }: ToggleProps) {
  const t = useTranslations("chat.temporary");
  const errors = useTranslations("errors");
  const toggle = (
    <Button
      size="sm"
      variant={on ? "secondary" : "ghost"}
      aria-pressed={on}
      aria-keyshortcuts="Alt+I"
      title={t("key")}
      onClick={onToggle}
      className={on ? "border-accent" : "text-muted"}
    >
      <EyeDashed aria-hidden="true" />
      {t("name")}
    </Button>
  );
  const said = on || refused;
  return (
    <Strip quiet={!said} warn={refused} action={toggle}>
      <span role="status" className="block">
        {on && t("means", { ...span })}
        {refused && rule !== "open" && errors(rule === "off" ? "temporary_off" : "temporary_held")}
      </span>
      {said && open.length > 0 && <OpenOnes open={open} />}
    </Strip>
  );
}

interface MarkProps {
  /** A legal hold keeps it all the same. */
  held: boolean;
  span: TemporarySpan;
  ending: boolean;
  onEnd: () => void;
}

/** Above a temporary chat: what it is, and its end. */
export function TemporaryMark({ held, span, ending, onEnd }: MarkProps) {
  const t = useTranslations("chat.temporary");
  return (
    <Strip
      warn={held}
      action={
        <Button size="sm" busy={ending} onClick={onEnd}>
          {t("end")}
        </Button>
      }
    >
      <strong className="font-medium text-ink">{t("name")}</strong>
      {" · "}
      <span>{held ? t("held") : t("means", { ...span })}</span>
    </Strip>
  );
}

interface StripProps {
  children: ReactNode;
  action: ReactNode;
  /** It says nothing yet. */
  quiet?: boolean;
  warn: boolean;
}

function Strip({ children, action, quiet = false, warn }: StripProps) {
  const t = useTranslations("chat.temporary");
  const Icon = warn ? ShieldAlert : EyeDashed;
  return (
    <section
      aria-label={t("name")}
      className={cn(
        "flex shrink-0 flex-wrap items-start justify-end gap-x-3 gap-y-1 px-3 py-1.5 text-sm sm:px-4",
        !quiet && "border-line border-b",
        !quiet && (warn ? "bg-warn-soft" : "bg-surface-sunken"),
      )}
    >
      <div className={cn("flex min-w-0 flex-1 gap-2 py-1.5 text-muted leading-snug", !quiet && "basis-64")}>
        {!quiet && <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", warn && "text-warn")} />}
        <div className={cn("min-w-0 text-pretty", warn && "text-ink")}>{children}</div>
      </div>
      {action}
    </section>
  );
}

function OpenOnes({ open }: { open: readonly OpenTemporary[] }) {
  const t = useTranslations("chat.temporary");
  const format = useFormatter();
  return (
    <div className="mt-1.5 flex flex-wrap items-baseline gap-x-3">
      <span id="open-temporary">{t("open")}</span>
      <ul aria-labelledby="open-temporary" className="contents">
        {open.map(({ id, updatedAt }) => (
          <li key={id}>
            <Link
              href={`/chat/${id}`}
              prefetch={false}
              className="inline-block py-0.5 text-ink tabular-nums underline underline-offset-2 pointer-coarse:py-2"
            >
              {format.dateTime(new Date(updatedAt), { timeStyle: "short" })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
