import type { ErrorCode } from "@/lib/errors";
import type { Mode } from "@/lib/router/choice";
import type { DecidedBy } from "@/lib/router/decision";

/** Questions that Auto decided, and how many of them were asked again another way. */
export interface KindCount {
  /** As the classifier calls it; null: it had no word for it, or was not asked. */
  kind: string | null;
  questions: number;
  overridden: number;
}

export interface ModeCount {
  mode: Mode;
  questions: number;
  overridden: number;
  good: number;
  bad: number;
}

/** Exact decimals of one currency. */
export interface Savings {
  currency: string;
  actual: string;
  /** By estimates. */
  other: string;
  /** `other` less `actual`; negative: Auto cost more. */
  saved: string;
}

/** What Auto's answers cost beside what they would have cost otherwise. */
export interface SavingsReport {
  /** Who would have answered everything; null: each question as Reasoning would have been answered. */
  model: string | null;
  /** Whose cost is known both ways. */
  questions: number;
  sums: Savings[];
}

export interface VendorFailovers {
  vendor: string;
  calls: number;
  /** Most first; null: of a cause that was not written down. */
  causes: { code: ErrorCode | null; calls: number }[];
}

export interface DecisionReport {
  days: number;
  /** All, whoever decided. */
  questions: number;
  chosen: Record<Mode | "auto" | "model", number>;
  auto: {
    questions: number;
    /** What it came to. */
    modes: ModeCount[];
    decidedBy: Partial<Record<DecidedBy, number>>;
    /** Most questions first. */
    kinds: KindCount[];
    againstReasoning: SavingsReport;
    /** Null: there is no such model, or it has no price. */
    againstBest: SavingsReport | null;
  };
  failovers: {
    /** Questions that another answered than the first that was tried. */
    questions: number;
    vendors: VendorFailovers[];
  };
  estimates: {
    costs: { currency: string; questions: number; estimate: string; actual: string }[];
    /** Medians of milliseconds; null: nothing can be compared. */
    time: { questions: number; estimateMs: number; actualMs: number; ratio: number } | null;
  };
}
