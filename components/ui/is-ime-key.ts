/** Does this key belong to an input method that is composing? Safari ends the composition before the Enter that
 *  confirms it, and marks that Enter only with the code 229. */
export function isImeKey(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
