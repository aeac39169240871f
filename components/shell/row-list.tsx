"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

interface RowListProps<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  renderRow: (row: Row) => ReactNode;
  /** Called when the end comes near; null where nothing comes after it, or not now. */
  onNearEnd: (() => void) | null;
  /** These are all rows that there are. */
  complete: boolean;
}

/** Below this many rows the server renders them all and the browser's own search finds them. */
const VIRTUAL_FROM = 80;
const ROW_HEIGHT_PX = 32;
const OVERSCAN = 12;
/** More rows are asked for so long before the end that a fast hand does not reach it. */
const NEAR_END = 40;
/** How ARIA says that the size of a set is not known. */
const UNKNOWN = -1;

export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, rowKey, renderRow } = props;
  if (rows.length >= VIRTUAL_FROM) return <VirtualRows {...props} />;
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      {rows.map((row) => (
        <li key={rowKey(row)}>{renderRow(row)}</li>
      ))}
    </ul>
  );
}

function VirtualRows<Row>({ rows, rowKey, renderRow, onNearEnd, complete }: RowListProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => keyAt(rows, rowKey, index),
  });
  const lastRendered = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
  const isNearEnd = lastRendered >= rows.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row !== undefined && (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={complete ? rows.length : UNKNOWN}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {renderRow(row)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => string, index: number): string | number {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}
