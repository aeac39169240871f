/** Gives every control of the page the focus, from first to last and back; runs in the page. @returns those that the
 *  bar at its foot then lies over */
export function findBehindBar(): string[] {
  const main = document.querySelector("main");
  const bar = main?.querySelector("[data-foot-bar]");
  if (!main || !bar) return ["no bar"];
  const controls = [...main.querySelectorAll<HTMLElement>("a, button, input, textarea, select")].filter(
    (control) => !bar.contains(control) && control.offsetParent !== null,
  );
  const hidden = [...controls, ...controls.toReversed()].filter((control) => {
    control.focus();
    return control.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
  });
  return hidden.map(({ outerHTML }) => outerHTML.slice(0, 200));
}
