/** `1 track`, `2 tracks`; `several` where an s at its end is not enough. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** `+3`, `−3` with a real minus sign, `±0` for nothing. */
export const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '±0');
