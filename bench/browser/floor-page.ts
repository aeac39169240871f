interface FloorPage {
  rows: number;
  rowHeightPx: number;
  /** Of the part that is seen. */
  heightPx: number;
  widthPx: number;
  /** Where it begins. */
  topPx: number;
}

/** A list that does next to nothing: no framework, a line of text a row, only the rows near the reader. What Chromium
 *  takes for it on this machine, anything takes. */
export function floorPage({ rows, rowHeightPx, heightPx, widthPx, topPx }: FloorPage): string {
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 14px sans-serif }
#list { height: ${heightPx}px; width: ${widthPx}px; position: absolute; top: ${topPx}px; left: 50%; translate: -50%; overflow-y: auto; overflow-anchor: none }
#list p { height: ${rowHeightPx}px; margin: 0; box-sizing: border-box; border-bottom: 1px solid #ddd }
#list p.pointed { background: #eee }
</style><button id="open">Open</button><input id="search" aria-label="Search">
<div id="list" hidden><div id="above"></div><div id="rows"></div><div id="below"></div></div>
<script>(${list})(${rows}, ${rowHeightPx}, ${heightPx})</script>`;
}

/** Runs in the page. */
function list(count: number, rowHeightPx: number, heightPx: number): void {
  const OVERSCAN = 8;
  const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
  const scroller = byId("list");
  const rows = byId("rows");
  const search = byId<HTMLInputElement>("search");
  const all = Array.from({ length: count }, (_, nth) => `model ${nth} instruct`);
  const shown = new Map<number, HTMLElement>();
  let found = all;
  let pointed = 0;

  function render(): void {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeightPx) - OVERSCAN);
    const last = Math.min(found.length, first + Math.ceil(heightPx / rowHeightPx) + 2 * OVERSCAN);
    for (const [index, row] of shown) {
      if (index >= first && index < last) continue;
      row.remove();
      shown.delete(index);
    }
    for (let index = first; index < last; index++) {
      const row = shown.get(index) ?? document.createElement("p");
      const text = found[index] ?? "";
      if (row.textContent !== text) row.textContent = text;
      row.classList.toggle("pointed", index === pointed);
      if (!shown.has(index)) rows.insertBefore(row, shown.get(index + 1) ?? null);
      shown.set(index, row);
    }
    byId("above").style.height = `${first * rowHeightPx}px`;
    byId("below").style.height = `${(found.length - last) * rowHeightPx}px`;
  }

  scroller.addEventListener("scroll", render, { passive: true });
  byId("open").addEventListener("click", () => {
    scroller.hidden = !scroller.hidden;
    render();
  });
  search.addEventListener("input", () => {
    found = all.filter((text) => text.includes(search.value.toLowerCase()));
    scroller.scrollTop = 0;
    render();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    pointed += 1;
    const hiddenPx = (pointed + 1) * rowHeightPx - scroller.scrollTop - heightPx;
    if (hiddenPx > 0) scroller.scrollTop += hiddenPx;
    render();
  });
}
