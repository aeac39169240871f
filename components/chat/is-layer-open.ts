/** Is a menu or dialog open, whose keys these are? */
export function isLayerOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
