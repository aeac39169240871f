"use client";

import { Command } from "cmdk";
import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { UnavailableModel } from "@/lib/chat/picker";
import { usePickerHelp } from "./picker-help";

/** Why a model cannot be chosen, and what to do about it; choosing it does that. */
export function UnavailableOption({ model }: { model: UnavailableModel }) {
  const t = useTranslations("chat.picker");
  const help = usePickerHelp();
  const router = useRouter();
  const isHidden = model.reason === "hiddenByTeam" || model.reason === "hiddenByInstance";
  const isMissing = model.reason === "vendor" || model.reason === "model";
  const href = (isHidden ? help?.modelsHref : isMissing ? help?.connectHref : null) ?? null;
  const todo = href === null ? "ask" : isHidden ? "models" : "connect";
  return (
    <Command.Item
      value={unavailableValue(model.name)}
      onSelect={() => href !== null && router.push(href)}
      className="flex min-h-9 select-none items-start gap-2.5 rounded-md px-2 py-1.5 text-muted text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11"
    >
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          {model.displayName} <span className="text-muted text-xs">{model.vendorName}</span>
        </span>
        <span className="block text-xs">
          {t(`why.${model.reason}`, { vendor: model.vendorName })}{" "}
          <span className={href === null ? undefined : "underline"}>{t(`todo.${todo}`)}</span>
        </span>
      </span>
    </Command.Item>
  );
}

/** Apart from the names of models that can be chosen: one may be both, from two providers. */
const unavailableValue = (name: string) => `${UNAVAILABLE}${name}`;
const UNAVAILABLE = "unavailable:";
export const isUnavailableValue = (value: string) => value.startsWith(UNAVAILABLE);
