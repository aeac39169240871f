"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first. */
  footer?: ReactNode;
  /** One element that opens the dialog; leave out when `open` is controlled. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

export function Dialog({ title, description, children, footer, trigger, className, ...root }: DialogProps) {
  const t = useTranslations("common");
  return (
    <Radix.Root {...root}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Radix.Content
          {...(description === undefined && { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 animate-fade flex-col gap-4 overflow-y-auto rounded-xl border border-line bg-surface-raised p-5 text-ink shadow-raised",
            className,
          )}
        >
          <Radix.Title className="pr-8 font-semibold text-base">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="-mt-2 text-muted text-sm leading-relaxed">
              {description}
            </Radix.Description>
          )}
          {children}
          {footer !== undefined && <div className="flex flex-wrap justify-end gap-2">{footer}</div>}
          {/* Last, so that the first field has the focus when the dialog opens. */}
          <Radix.Close asChild>
            <IconButton label={t("close")} className="absolute top-3.5 right-3.5">
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
