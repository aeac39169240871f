"use client";

import { useTranslations } from "next-intl";
import { SidePanel } from "@/components/ui/side-panel";

/** What each key does, by where it works. Names are `common.keys`'. */
const GROUPS = [
  {
    name: "everywhere",
    keys: [
      ["help", "?"],
      ["team", "Alt T"],
      ["notifications", "Alt N"],
    ],
  },
  {
    name: "chat",
    keys: [
      ["composer", "/"],
      ["send", "Enter"],
      ["line", "Shift Enter"],
      ["stop", "Esc"],
      ["branches", "← →"],
      ["temporary", "Alt I"],
    ],
  },
  {
    name: "list",
    keys: [
      ["walk", "↑ ↓"],
      ["rename", "F2"],
      ["remove", "Delete"],
    ],
  },
] as const;

interface KeyHelpProps {
  open: boolean;
  onClose: () => void;
}

/** All keys that do something, in one place. */
export function KeyHelp({ open, onClose }: KeyHelpProps) {
  const t = useTranslations("common");
  return (
    <SidePanel open={open} onClose={onClose} title={t("keys.title")} closeLabel={t("close")}>
      <div className="flex flex-col gap-6">
        {GROUPS.map(({ name, keys }) => (
          <section key={name}>
            <h3 className="mb-1 font-medium text-sm">{t(`keys.in.${name}`)}</h3>
            <dl className="divide-y divide-line text-sm">
              {keys.map(([does, pressed]) => (
                <div key={does} className="flex items-center justify-between gap-4 py-2">
                  <dt className="min-w-0 text-pretty text-muted">{t(`keys.does.${does}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {pressed.split(" ").map((key) => (
                      <kbd
                        key={key}
                        className="min-w-7 rounded border border-line-strong/60 bg-surface-sunken px-1.5 py-0.5 text-center font-sans text-xs"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </SidePanel>
  );
}
