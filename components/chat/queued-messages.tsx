"use client";

import { ArrowUp, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Queued } from "./queued";
import type { Queue } from "./use-queue";

interface QueuedMessagesProps {
  queue: Queue;
  /** An answer is being written: sending at once stops it. */
  busy: boolean;
  /** Puts it back into the composer. */
  onEdit: (item: Queued) => void;
}

/** What waits above the composer. */
export function QueuedMessages({ queue, busy, onEdit }: QueuedMessagesProps) {
  const t = useTranslations("chat.queue");
  if (queue.items.length === 0) return null;
  const reason = queue.online ? (busy ? "afterAnswer" : "held") : "offline";
  return (
    <section
      aria-label={t("label")}
      className="mx-2 max-h-40 overflow-y-auto rounded-t-xl border border-line border-b-0 bg-surface-sunken px-2 py-1.5 text-sm"
    >
      <p role="status" className="px-1 pb-1 text-muted text-xs">
        {t(reason)}
      </p>
      <ul>
        {queue.items.map((item) => (
          <li key={item.id} className="flex items-center gap-1">
            <span className="line-clamp-2 min-w-0 flex-1 break-words px-1">{item.text}</span>
            {queue.online && (
              <IconButton label={t(busy ? "interrupt" : "sendNow")} onClick={() => queue.sendNow(item)}>
                <ArrowUp />
              </IconButton>
            )}
            <IconButton label={t("edit")} onClick={() => onEdit(item)}>
              <Pencil />
            </IconButton>
            <IconButton label={t("remove")} onClick={() => queue.remove(item)}>
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
