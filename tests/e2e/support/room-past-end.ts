/** How far the frame that an element is in scrolls past the end of what is in it; runs in the page. */
export function roomPastEnd(element: Element): number {
  let frame = element.parentElement;
  while (frame && getComputedStyle(frame).overflowY !== "auto") frame = frame.parentElement;
  if (!frame) throw new RangeError("nothing scrolls");
  const height = frame.firstElementChild?.clientHeight ?? 0;
  return frame.scrollHeight - Math.max(height, frame.clientHeight);
}
