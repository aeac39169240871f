"use client";

import { Command } from "cmdk";
import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { UnavailableModel } from "@/lib/chat/picker";
import { type PickerHelp, usePickerHelp } from "./picker-help";

interface UnavailableOptionProps {
  model: UnavailableModel;
  /** Names of those in the team who may help. */
  ask: readonly string[];
}

/** Why a model cannot be chosen, and what to do about it; choosing it does that. */
export function UnavailableOption({ model, ask }: UnavailableOptionProps) {
  const t = useTranslations("chat.picker");
  const format = useFormatter();
  const help = usePickerHelp();
  const router = useRouter();
  const { reason, vendorName } = model;
  const href = help && wayOf(model, help);
  return (
    <Command.Item
      value={unavailableValue(model.name)}
      onSelect={() => href !== null && router.push(href)}
      className="flex min-h-9 select-none items-start gap-2.5 rounded-md px-2 py-1.5 text-muted text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11"
    >
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          {model.displayName} <span className="text-muted text-xs">{vendorName}</span>
        </span>
        <span className="block text-pretty text-xs">
          {t(`why.${reason}`, { vendor: vendorName })}{" "}
          {href === null ? (
            t(`ask.${reason}`, { vendor: vendorName, count: ask.length, names: format.list(ask) })
          ) : (
            <span className="underline">{t(`todo.${reason}`)}</span>
          )}
        </span>
      </span>
    </Command.Item>
  );
}

/** Where a person who may mends it: the vendor already chosen, the model already open. Null: somebody else must. */
function wayOf({ name, reason }: UnavailableModel, { may }: PickerHelp): string | null {
  const vendor = name.slice(0, name.indexOf("/"));
  switch (reason) {
    case "vendor":
      return may.connect ? `/providers?${new URLSearchParams({ connect: vendor })}` : null;
    case "model":
      return may.connect ? `/providers?${new URLSearchParams({ search: vendor })}` : null;
    case "hiddenByTeam":
      return may.show ? `/models?${new URLSearchParams({ model: name })}` : null;
    case "hiddenByInstance":
      return may.showForAll ? `/models?${new URLSearchParams({ model: name })}` : null;
  }
}

/** Apart from the names of models that can be chosen: one may be both, from two providers. */
const unavailableValue = (name: string) => `${UNAVAILABLE}${name}`;
const UNAVAILABLE = "unavailable:";
export const isUnavailableValue = (value: string) => value.startsWith(UNAVAILABLE);
