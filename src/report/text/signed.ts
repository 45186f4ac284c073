/** `+3`, `−3` with a real minus sign, `±0` for nothing. */
export const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '±0');
