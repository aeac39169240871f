import { readGivenRows } from "./scripts/router/read-given-rows";
import { readOwnRows } from "./scripts/router/read-own-rows";
import { prepare, denseOf, type Prepared } from "./scripts/router/learn/prepare";
import { balance, groupOf } from "./scripts/router/learn/balance";
import { foldsOf } from "./scripts/router/learn/hold-out";
import { trainLinear, scoreLinear, LINEAR } from "./scripts/router/learn/linear";
import { quantise } from "./scripts/router/learn/fit-stages";
import { trainForest, TREES } from "./scripts/router/learn/trees";
import { scoreForest } from "./lib/router/classifier/forest";
import { auc, accuracy } from "./scripts/router/learn/metrics";
import { COLUMNS } from "./lib/router/classifier/dense";
const rows = balance([...readGivenRows("/work/shared/router-data"), ...readOwnRows("scripts/router/rows")].map(prepare));
const V: Record<string, any> = { base: {}, d3: { depth: 3, trees: 300 }, d5: { depth: 5, trees: 160 }, slow: { rate: 0.04, trees: 380 }, more: { trees: 400 }, ridge: { ridge: 10, leaf: 8 }, cols: { columnShare: 0.2, trees: 300 } };
const LIN: Record<string, any> = { l0: LINEAR, l1: { ...LINEAR, decay: 1e-4 }, l2: { ...LINEAR, epochs: 5 }, l3: {...LINEAR, rate: 0.15}, l4: {...LINEAR, epochs: 20, decay: 1e-4} };
const acc: Record<string, { r: Prepared; s: number }[]> = {};
const inner = (r: Prepared) => { let h = 0; for (const c of groupOf(r)) h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0; return h % 4; };
for (const [name, held] of foldsOf(rows)) {
  if (!/own|belle|self|awesome/.test(name)) continue;
  const out = new Set(held); const train = rows.filter(r => !out.has(r));
  for (const [k, o] of Object.entries(LIN)) { const l = trainLinear(train, o); for (const r of held) (acc["lin " + k] ??= []).push({ r, s: scoreLinear(l, r.ids) }); }
  const dense = new Map<Prepared, Float64Array>();
  for (let f = 0; f < 4; f++) { const w = quantise(trainLinear(train.filter(r => inner(r) !== f))); for (const r of train) if (inner(r) === f) dense.set(r, denseOf(r, w)); }
  const lin = trainLinear(train); const w = quantise(lin);
  const hd = held.map(r => denseOf(r, w));
  const lesson = { rows: train.map(r => dense.get(r)!), labels: train.map(r => r.label), weights: train.map(r => r.weight), columns: COLUMNS.length };
  const all: number[][] = [];
  for (const [k, o] of Object.entries(V)) { const f = trainForest(lesson, { ...TREES, ...o }); const s = hd.map(d => scoreForest(f, d)); all.push(s); held.forEach((r, i) => (acc[k] ??= []).push({ r, s: s[i]! })); }
  held.forEach((r, i) => { (acc["avg"] ??= []).push({ r, s: all.reduce((a, s) => a + s[i]!, 0) / all.length }); (acc["base+lin"] ??= []).push({ r, s: all[0]![i]! + 0.4 * scoreLinear(lin, r.ids) }); });
}
for (const [k, v] of Object.entries(acc)) {
  const line = [k.padEnd(10)];
  for (const lang of ["en", "zh"]) for (const own of [true, false]) { const m = v.filter(x => x.r.label !== .5 && x.r.lang === lang && (x.r.source === "own") === own); line.push(`${lang}${own ? " own" : " ext"} ${auc(m.map(x => x.s), m.map(x => x.r.label))?.toFixed(4)} ${accuracy(m.map(x => 1 / (1 + Math.exp(-x.s))), m.map(x => x.r.label)).toFixed(3)}`); }
  console.log(line.join(" | "));
}
