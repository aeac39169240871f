"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  body: ReactNode;
  children: ReactNode;
}

/** A question in the middle of the page, over everything else. Closed by Escape or by a tap beside it. */
export function Dialog({ open, onClose, title, body, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-overlay" />
        <Radix.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[90dvh] max-w-sm -translate-y-1/2 animate-fade flex-col gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-5 text-ink shadow-raised outline-none">
          <div className="flex flex-col gap-1.5">
            <Radix.Title className="text-balance font-semibold">{title}</Radix.Title>
            <Radix.Description className="text-pretty text-muted text-sm leading-relaxed">
              {body}
            </Radix.Description>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
