"use client";

import { useTranslations } from "next-intl";
import { Toaster as Sonner } from "sonner";

/** Once, in the layout. */
export function Toaster() {
  const t = useTranslations("common");
  return (
    <Sonner
      // Away from the composer.
      position="top-center"
      // Its own would be Alt+T, which switches teams.
      hotkey={["altKey", "KeyN"]}
      className="font-sans!"
      containerAriaLabel={t("notifications")}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg border border-line bg-surface-raised px-4 py-3 text-ink text-sm shadow-raised",
          icon: "shrink-0 text-muted [&_svg]:size-4",
          content: "min-w-0 flex-1 break-words",
          title: "leading-snug",
          actionButton:
            "ml-auto shrink-0 rounded-md border border-line-strong/60 px-2.5 py-1 font-medium text-ink text-sm hover:bg-surface-hover",
        },
      }}
    />
  );
}
