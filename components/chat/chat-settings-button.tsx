"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { loadPatiently } from "./load-patiently";
import type { ChatSettingsState } from "./use-chat-settings";

const SettingsPanel = dynamic(
  () => loadPatiently(() => import("./settings-panel")).then((module) => module.SettingsPanel),
  {
    ssr: false,
    loading: () => <Skeleton className="h-96" />,
  },
);

interface ChatSettingsButtonProps {
  settings: ChatSettingsState;
  /** Who would answer: what that model takes is open. */
  choice: Choice;
  picker: Picker;
}

/** The settings of the chat, marked when there are any. What is changed holds at once, and is kept on closing. */
export function ChatSettingsButton({ settings, choice, picker }: ChatSettingsButtonProps) {
  const t = useTranslations("chat.settings");
  const [open, setOpen] = useState(false);
  const count = countSet(settings.value);

  function onOpenChange(next: boolean): void {
    setOpen(next);
    if (next) return;
    void settings.save().then((saved) => saved || toast.error(t("saveFailed")));
  }

  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      side="top"
      label={t("title")}
      className="max-h-(--radix-popover-content-available-height) w-104 overflow-y-auto overscroll-contain p-0 max-sm:w-[calc(100vw-1rem)]"
      trigger={
        <IconButton
          label={count === 0 ? t("open") : t("openSet", { count })}
          className="relative size-9 rounded-full data-[state=open]:bg-surface-hover pointer-coarse:size-11"
        >
          <SlidersHorizontal />
          {count > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-1.5 right-1.5 size-2 rounded-full border border-surface-raised bg-accent pointer-coarse:top-2 pointer-coarse:right-2"
            />
          )}
        </IconButton>
      }
    >
      <SettingsPanel
        settings={settings.value}
        onChange={settings.change}
        choice={choice}
        picker={picker}
        onClose={() => onOpenChange(false)}
      />
    </Popover>
  );
}

const countSet = (settings: ChatSettings): number =>
  Object.values(settings).filter((value) => value !== undefined).length;
