/** `25%` as 0.25, `200%` as 2; undefined when the text is no share. */
export function parseShare(text: string): number | undefined {
  const [, percent] = /^(\d{1,5}(?:\.\d{1,3})?) ?%$/.exec(text) ?? [];
  return percent === undefined ? undefined : Number(percent) / 100;
}
