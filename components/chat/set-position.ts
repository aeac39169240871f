/** Tells screen readers where a message stands among all, when not all are in the page. */
export interface SetPosition {
  /** From 1. */
  posInSet: number | undefined;
  setSize: number | undefined;
}
