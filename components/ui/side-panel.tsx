"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  subtitle?: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** For tables. */
  wide?: boolean;
}

/** Over the page at its right edge; on a narrow screen it fills it. Closed by Escape or by a tap beside it. */
export function SidePanel({
  open,
  onClose,
  title,
  subtitle,
  closeLabel,
  children,
  wide = false,
}: SidePanelProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusPanel}
          className={cn(
            "fixed inset-y-0 right-0 z-50 flex w-full animate-fade flex-col bg-surface text-ink shadow-raised outline-none",
            wide ? "sm:w-[min(64rem,92vw)]" : "sm:w-[min(28rem,92vw)]",
          )}
        >
          <header
            className={cn(
              "flex gap-3 border-line border-b px-4 py-3 sm:px-6",
              subtitle === undefined || subtitle === null ? "items-center" : "items-start",
            )}
          >
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-balance font-semibold">{title}</Dialog.Title>
              {subtitle !== undefined && <div className="text-muted text-sm">{subtitle}</div>}
            </div>
            <Dialog.Close asChild>
              <IconButton label={closeLabel} tooltipSide="left">
                <X />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 sm:px-6">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The panel and not its first button, whose tooltip would open. */
function focusPanel(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
