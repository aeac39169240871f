type Window = readonly [from: string, to: string];

/** Every minute of a day. One window cannot say it: an end that is its beginning is refused. */
export const WHOLE_DAY: readonly Window[] = [
  ["00:00", "12:00"],
  ["12:00", "00:00"],
];

export const isWholeDay = (windows: readonly Window[]): boolean => windows.join() === WHOLE_DAY.join();
