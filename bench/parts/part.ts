import type { Table } from "../report/table.ts";
import type { Upstream } from "../run/upstream.ts";
import type { Target, TargetName } from "../targets/target.ts";

/** One table of the benchmark: what it compares, and how. */
export interface Part<Name extends TargetName, Started extends Target, Figures> {
  table: Table<Name, Figures>;
  start(name: Name, upstreamUrl: string): Promise<Started>;
  measure(target: Started, upstream: Upstream, say: (line: string) => void): Promise<Figures>;
  /** The figure that says which of several passes is the median one. */
  weigh(figures: Figures): number;
}
