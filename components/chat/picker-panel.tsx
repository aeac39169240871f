"use client";

import { Command, defaultFilter } from "cmdk";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Picker, PickerModel } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { ModeOption } from "./mode-option";
import { ModelOption, STAR_ATTRIBUTE } from "./model-option";
import { PickerFoot } from "./picker-foot";
import { pickerGroups } from "./picker-groups";
import { isUnavailableValue, UnavailableOption } from "./unavailable-option";
import { useFavourites } from "./use-favourites";
import { useUnavailable } from "./use-unavailable";

interface PickerPanelProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

const GROUP_CLASS =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs";

/** A group is another one with other members: cmdk ranks one that lost a member as if it were no number. */
const membersOf = (models: readonly { name: string }[]): string => models.map(({ name }) => name).join(" ");

/** What cannot be chosen comes after everything that can. */
const LAST = 1e-9;

/** The modes first, then starred models, then those chosen lately, then every other of every connected vendor; a
 *  search also finds what cannot be used, and says why. */
export function PickerPanel({ picker, choice, onChoose, onClose }: PickerPanelProps) {
  const t = useTranslations("chat.picker");
  const chosenName = choice.kind === "mode" ? choice.mode : choice.model;
  const [query, setQuery] = useState("");
  const [highlighted, setHighlighted] = useState<string>(chosenName);
  const { favourites, toggle } = useFavourites(picker.favourites);
  const unavailable = useUnavailable(query);
  // Within a group the best match comes first, so a search has no groups that stand before better ones.
  const isSearch = query.trim() !== "";
  const groups = isSearch ? pickerGroups({ ...picker, recent: [] }, []) : pickerGroups(picker, favourites);

  /** A star lies in a line that chooses when it is pressed. */
  function onPress(event: MouseEvent): void {
    const star = event.target instanceof Element ? event.target.closest(`[${STAR_ATTRIBUTE}]`) : null;
    const name = star?.getAttribute(STAR_ATTRIBUTE);
    if (!name || toggle === null) return;
    event.stopPropagation();
    void toggle(name);
  }

  const group = (heading: ReactNode, models: readonly PickerModel[], key: string) =>
    models.length > 0 && (
      <Command.Group key={`${key} ${membersOf(models)}`} heading={heading} className={GROUP_CLASS}>
        {models.map((model) => (
          <ModelOption
            key={model.name}
            model={model}
            chosen={chosenName === model.name}
            starred={toggle === null ? null : favourites.includes(model.name)}
            onChoose={() => onChoose({ kind: "model", model: model.name })}
          />
        ))}
      </Command.Group>
    );
  return (
    <Command
      label={t("title")}
      value={highlighted}
      onValueChange={setHighlighted}
      filter={(value, search, keywords) =>
        isUnavailableValue(value) ? LAST : defaultFilter(value, search, keywords)
      }
      loop
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-2 border-line border-b pr-2 pl-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={t("search")}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none sm:text-sm"
        />
        <IconButton label={t("close")} onClick={onClose} className="sm:hidden">
          <X />
        </IconButton>
      </div>
      <Command.List
        onClickCapture={onPress}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-1.5 pb-1.5"
      >
        <Command.Empty className="px-3 py-6 text-center text-muted text-sm">
          {t(unavailable === null ? "searching" : "none")}
        </Command.Empty>
        <Command.Group heading={t("modes")} className={GROUP_CLASS}>
          {picker.modes.map((entry) => (
            <ModeOption
              key={entry.mode}
              entry={entry}
              chosen={chosenName === entry.mode}
              onChoose={() => onChoose({ kind: "mode", mode: entry.mode })}
            />
          ))}
        </Command.Group>
        {group(t("favourites"), groups.favourites, "favourites")}
        {group(t("recent"), groups.recent, "recent")}
        {groups.vendors.map(([vendorName, models]) => group(vendorName, models, `vendor ${vendorName}`))}
        {picker.models.length === 0 && <p className="px-2 py-3 text-muted text-sm">{t("noModels")}</p>}
        {unavailable !== null && unavailable.models.length > 0 && (
          <Command.Group
            key={membersOf(unavailable.models)}
            heading={t("unavailable")}
            className={GROUP_CLASS}
          >
            {unavailable.models.map((model) => (
              <UnavailableOption key={model.name} model={model} ask={unavailable.ask} />
            ))}
          </Command.Group>
        )}
      </Command.List>
      <PickerFoot
        model={picker.models.find(({ name }) => name === highlighted) ?? null}
        starred={favourites.includes(highlighted)}
        onToggle={toggle}
      />
    </Command>
  );
}
