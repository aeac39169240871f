"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { isImeKey } from "@/components/ui/is-ime-key";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { ModeOption } from "./mode-option";
import { ModelOption, STAR_ATTRIBUTE } from "./model-option";
import { enabledFrom, nextPlace } from "./next-place";
import { PickerFoot } from "./picker-foot";
import { usePickerHelp } from "./picker-help";
import { optionId, PickerList } from "./picker-list";
import type { PickerOptionPlace } from "./picker-option";
import { PickerRest } from "./picker-rest";
import { entryAt, isEnabled } from "./picker-rows";
import type { PickerEntry } from "./picker-sections";
import { UnavailableOption } from "./unavailable-option";
import { useFavourites } from "./use-favourites";
import { useMending } from "./use-mending";
import { usePickerRows } from "./use-picker-rows";
import { useUnavailable } from "./use-unavailable";

interface PickerPanelProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

const NOBODY: readonly string[] = [];

/** The modes first, then starred models, then those chosen lately, then every other of every connected vendor; a
 *  search also finds what cannot be used, and says why. */
export function PickerPanel({ picker, choice, onChoose, onClose }: PickerPanelProps) {
  const t = useTranslations("chat.picker");
  const chosenName = choice.kind === "mode" ? choice.mode : choice.model;
  const [query, setQuery] = useState("");
  const [highlighted, setHighlighted] = useState<string | null>(chosenName);
  /** How often a key led to another: that is scrolled to; what a hand points at is seen already. */
  const [leads, setLeads] = useState(0);
  const { favourites, toggle } = useFavourites(picker.favourites);
  const starred = useMemo(() => new Set(favourites), [favourites]);
  const unavailable = useUnavailable(query);
  const isComing = usePickerHelp()?.failed === false && picker.models.length < picker.total;
  const rows = usePickerRows(picker, isComing, query, favourites, unavailable?.models ?? null);
  const place = (highlighted === null ? null : rows.placeOf(highlighted)) ?? enabledFrom(rows, 0, 1);
  const pointed = place === null ? null : entryAt(rows, place);
  const mending = useMending();
  const router = useRouter();
  const listId = useId();

  const point = (at: number) => setHighlighted(entryAt(rows, at)?.value ?? null);

  function search(text: string): void {
    setQuery(text);
    setHighlighted(null);
  }

  function lead(at: number): void {
    point(at);
    setLeads((before) => before + 1);
  }

  function choose(entry: PickerEntry | null): void {
    if (entry === null || !isEnabled(entry)) return;
    if (entry.kind === "mode") onChoose({ kind: "mode", mode: entry.entry.mode });
    if (entry.kind === "model") onChoose({ kind: "model", model: entry.model.name });
    if (entry.kind === "unavailable") {
      const href = mending(entry.model);
      if (href !== null) router.push(href);
    }
  }

  function press(at: number, on: Element): void {
    const star = on.closest(`[${STAR_ATTRIBUTE}]`)?.getAttribute(STAR_ATTRIBUTE);
    if (star && toggle !== null) void toggle(star);
    else choose(entryAt(rows, at));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isImeKey(event.nativeEvent)) return;
    const next = event.key === "Enter" ? null : nextPlace(rows, place ?? -1, event);
    if (event.key !== "Enter" && next === null) return;
    event.preventDefault();
    if (next === null) choose(pointed);
    else lead(next);
  }

  function renderEntry(entry: PickerEntry, at: PickerOptionPlace): ReactNode {
    const { value } = entry;
    const chosen = chosenName === value;
    if (entry.kind === "mode") return <ModeOption key={value} {...at} entry={entry.entry} chosen={chosen} />;
    if (entry.kind === "unavailable")
      return <UnavailableOption key={value} {...at} model={entry.model} ask={unavailable?.ask ?? NOBODY} />;
    const star = toggle === null ? null : starred.has(value);
    return <ModelOption key={value} {...at} model={entry.model} chosen={chosen} starred={star} />;
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-line border-b pr-2 pl-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the panel was opened to search or to choose in it
          autoFocus
          role="combobox"
          aria-label={t("search")}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={place === null ? undefined : optionId(listId, place)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t("search")}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none sm:text-sm"
        />
        <IconButton label={t("close")} onClick={onClose} className="sm:hidden">
          <X />
        </IconButton>
      </div>
      <PickerList
        id={listId}
        label={t("title")}
        rows={rows}
        place={place}
        shownFor={JSON.stringify([leads, query, picker.models.length])}
        onPoint={point}
        onPress={press}
        renderEntry={renderEntry}
      >
        <PickerRest picker={picker} empty={rows.entryRows.length === 0} searching={unavailable === null} />
      </PickerList>
      <PickerFoot
        model={pointed?.kind === "model" ? pointed.model : null}
        starred={pointed !== null && starred.has(pointed.value)}
        onToggle={toggle}
      />
    </div>
  );
}
