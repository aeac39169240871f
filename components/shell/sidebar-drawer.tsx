"use client";

import { Menu, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { SidebarProps } from "./shell-props";
import { Sidebar } from "./sidebar";

/** The sidebar on a narrow screen: over the page, closed by a link, by Escape or by a tap beside it. */
export function SidebarDrawer(props: SidebarProps) {
  const t = useTranslations("common.shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <IconButton label={t("openMenu")} tooltipSide="bottom">
          <Menu />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusDrawer}
          className="fixed inset-y-0 left-0 z-50 w-[min(20rem,85vw)] animate-slide bg-surface-sunken text-ink shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{t("navigation")}</Dialog.Title>
          <Sidebar
            {...props}
            onOpen={() => setOpen(false)}
            closeButton={
              <Dialog.Close asChild>
                <IconButton label={t("closeMenu")} tooltipSide="right">
                  <X />
                </IconButton>
              </Dialog.Close>
            }
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The drawer and not its first button, whose tooltip would open. */
function focusDrawer(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
