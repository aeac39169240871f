/** Gives every control of the page the focus, from first to last and back; runs in the page. Of what one writes several
 *  lines into the browser shows the line that is written in. @returns those that the bar at the page's foot then lies
 *  over */
export function findBehindBar(): string[] {
  const LINE_PX = 32;
  const main = document.querySelector("main");
  const bar = main?.querySelector("[data-foot-bar]");
  if (!main || !bar) return ["no bar"];
  const controls = [...main.querySelectorAll<HTMLElement>("a, button, input, textarea, select")].filter(
    (control) => !bar.contains(control) && control.offsetParent !== null,
  );
  const hidden = [...controls, ...controls.toReversed()].filter((control) => {
    control.focus();
    const { top, height } = control.getBoundingClientRect();
    const shown = control instanceof HTMLTextAreaElement ? Math.min(height, LINE_PX) : height;
    return top + shown > bar.getBoundingClientRect().top + 1;
  });
  return hidden.map(({ outerHTML }) => outerHTML.slice(0, 200));
}
