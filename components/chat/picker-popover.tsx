"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { loadPatiently } from "./load-patiently";
import { usePickerHelp } from "./picker-help";

const loadPanel = () => loadPatiently(() => import("./picker-panel"));
const PickerPanel = dynamic(() => loadPanel().then((module) => module.PickerPanel), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-72" />,
});

interface PickerPopoverProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** One button. */
  trigger: ReactNode;
  onCloseAutoFocus?: (event: Event) => void;
}

/** Modes and models in a panel that opens upwards; on a narrow screen it fills it. */
export function PickerPopover({ picker, choice, onChoose, trigger, onCloseAutoFocus }: PickerPopoverProps) {
  const t = useTranslations("chat");
  const [open, setOpen] = useState(false);
  const refresh = usePickerHelp()?.refresh;
  useEffect(() => {
    if (open) refresh?.();
  }, [open, refresh]);
  // Before it is opened, so that opening shows the list and not that it comes.
  useEffect(() => void loadPanel(), []);

  function choose(next: Choice): void {
    onChoose(next);
    setOpen(false);
  }

  // The room there is is known only once it is placed: without a height until then the list would think that all of
  // its lines are seen, and render thousands.
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      {...(onCloseAutoFocus && { onCloseAutoFocus })}
      side="top"
      label={t("picker.title")}
      className="flex h-[min(32rem,var(--radix-popover-content-available-height,32rem))] w-120 flex-col overflow-hidden p-0 max-sm:h-[var(--radix-popover-content-available-height,32rem)] max-sm:w-[calc(100vw-1rem)]"
      trigger={trigger}
    >
      <PickerPanel picker={picker} choice={choice} onChoose={choose} onClose={() => setOpen(false)} />
    </Popover>
  );
}
