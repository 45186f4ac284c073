/** `1 track`, `2 tracks`; `several` where an s at its end is not enough. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
