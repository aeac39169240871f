"use client";

import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  Fragment,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
} from "react";
import { MODEL_HEIGHT_PX } from "./model-option";
import type { PickerOptionPlace } from "./picker-option";
import type { PickerRow, PickerRows } from "./picker-rows";
import type { PickerEntry } from "./picker-sections";

interface PickerListProps {
  id: string;
  label: string;
  rows: PickerRows;
  /** The entry pointed at. */
  place: number | null;
  /** Whenever it is another, the list scrolls to the entry pointed at. */
  shownFor: string;
  onPoint: (place: number) => void;
  /** Pressed on, with what exactly. */
  onPress: (place: number, on: Element) => void;
  renderEntry: (entry: PickerEntry, place: PickerOptionPlace) => ReactNode;
  /** Under the last line. */
  children: ReactNode;
}

const HEADING_HEIGHT_PX = 32;
/** Of what has to be measured, until it is. */
const OTHER_HEIGHT_PX = 54;
const OVERSCAN = 6;
/** Before it is known how much can be seen. */
const FIRST_RECT = { width: 0, height: 460 };

export const optionId = (listId: string, place: number): string => `${listId}-${place}`;

/** The list that a search points into: only the lines near the reader are there, and the one that is pointed at. */
export function PickerList({ id, label, rows, place, shownFor, ...rest }: PickerListProps) {
  const { onPoint, onPress, renderEntry, children } = rest;
  const scroller = useRef<HTMLDivElement>(null);
  const pointed = place === null ? null : (rows.entryRows[place] ?? null);
  const { rows: lines } = rows;
  const heightOf = useCallback((index: number) => guessHeight(lines[index]), [lines]);
  const keyOf = useCallback((index: number) => keyOfRow(lines[index], index), [lines]);
  const withPointed = useCallback((range: Range) => indicesOf(range, pointed), [pointed]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    rangeExtractor: withPointed,
    overscan: OVERSCAN,
    initialRect: FIRST_RECT,
    paddingEnd: 6,
  });
  useShown(virtualizer, lines, pointed, shownFor);

  const lastAt = useRef<readonly [x: number, y: number] | null>(null);
  function onMove({ target, clientX, clientY }: PointerEvent): void {
    // A list that moves under a hand that rests is not pointed at.
    const moved = lastAt.current?.[0] !== clientX || lastAt.current[1] !== clientY;
    lastAt.current = [clientX, clientY];
    const at = moved ? placeAt(target) : null;
    if (at !== null && at !== place) onPoint(at);
  }
  function onClick({ target }: MouseEvent): void {
    const at = placeAt(target);
    if (at !== null && target instanceof Element) onPress(at, target);
  }

  function renderLine(index: number): ReactNode {
    const line = lines[index];
    if (line === undefined) return null;
    if (line.kind === "heading") return <Heading text={line.section.heading} />;
    return renderEntry(line.entry, {
      id: optionId(id, line.place),
      value: line.entry.value,
      row: index,
      place: line.place,
      setSize: rows.entryRows.length,
      highlighted: line.place === place,
      ...(line.entry.kind !== "model" && { measure: virtualizer.measureElement }),
    });
  }

  // Lines stand under one another, with a gap where others would be: one that is moved to its place has a style of its
  // own, and the browser then works out that of everything in it anew.
  let end = 0;
  const sections = [...Map.groupBy(virtualizer.getVirtualItems(), ({ index }) => lines[index]?.section)];
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={label}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-1.5 [overflow-anchor:none]"
        ref={scroller}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search listens to the keys */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: its options are what is pressed */}
        <div
          onPointerMove={onMove}
          onMouseDown={keepFocus}
          onClick={onClick}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {sections.map(([section, items]) =>
            section === undefined ? null : (
              // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is no part of a list
              <div key={section.key} role="group" aria-label={section.heading}>
                {items.map((item) => {
                  const gapPx = item.start - end;
                  end = item.end;
                  return (
                    <Fragment key={item.key}>
                      {gapPx > 0 && <div aria-hidden="true" style={{ height: gapPx }} />}
                      {renderLine(item.index)}
                    </Fragment>
                  );
                })}
              </div>
            ),
          )}
        </div>
      </div>
      {children}
    </>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <div aria-hidden="true" className="h-8 truncate px-2 pt-2.5 font-medium text-muted text-xs">
      {text}
    </div>
  );
}

/** Scrolls to what is pointed at; of a section's first entry the heading is seen too. A star that moves an entry moves
 *  nobody with it. */
function useShown(
  virtualizer: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>,
  lines: readonly PickerRow[],
  pointed: number | null,
  shownFor: string,
): void {
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (pointed === null || shown.current === shownFor) return;
    const align = shown.current === null ? "center" : "auto";
    shown.current = shownFor;
    virtualizer.scrollToIndex(pointed, { align });
    if (lines[pointed - 1]?.kind === "heading") virtualizer.scrollToIndex(pointed - 1, { align: "auto" });
  });
}

function guessHeight(row: PickerRow | undefined): number {
  if (row?.kind === "heading") return HEADING_HEIGHT_PX;
  return row?.entry.kind === "model" ? MODEL_HEIGHT_PX : OTHER_HEIGHT_PX;
}

const keyOfRow = (row: PickerRow | undefined, index: number): string | number =>
  row === undefined ? index : row.kind === "heading" ? `heading ${row.section.key}` : row.entry.value;

function indicesOf({ startIndex, endIndex, overscan, count }: Range, pointed: number | null): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const near = Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
  if (pointed === null || pointed >= count || (pointed >= first && pointed <= last)) return near;
  return pointed < first ? [pointed, ...near] : [...near, pointed];
}

/** Which entry an event is about. */
function placeAt(target: EventTarget): number | null {
  const option = target instanceof Element ? target.closest("[role=option]") : null;
  const position = Number(option?.getAttribute("aria-posinset"));
  return position > 0 ? position - 1 : null;
}

const keepFocus = (event: MouseEvent): void => event.preventDefault();
