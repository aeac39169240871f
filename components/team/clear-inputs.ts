/** Empties what was typed. What was chosen stays, which resetting the form would take back. */
export function clearInputs(form: HTMLFormElement | null): void {
  for (const input of form?.querySelectorAll("input") ?? []) input.value = "";
}
