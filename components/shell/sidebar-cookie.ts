/** `folded` when the person folded the sidebar; the page reads it so that nothing moves after loading. */
export const SIDEBAR_COOKIE = "wye-sidebar";
