/** A prompt to learn from or to measure on. */
export interface Row {
  text: string;
  lang: "en" | "zh";
  /** Where it comes from: what is held out together. */
  source: string;
  /** A finer kind within the source. */
  kind: string;
  /** 1 asks for reasoning, 0 for knowledge; between them a person would hesitate. */
  label: number;
  /** How much it counts in training. */
  weight: number;
}
