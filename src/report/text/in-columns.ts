/** Letters that terminals show two columns wide. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** Marks that stand on the letter before them. */
const narrow = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** How many columns a terminal takes for a character, as near as can be told without asking it. */
const columnsOf = (character: string): number => (narrow.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** The text cut or padded to so many columns. */
export function inColumns(text: string, columns: number): string {
  const widths = [...text].map((character) => ({ character, width: columnsOf(character) }));
  const whole = widths.reduce((sum, { width }) => sum + width, 0);
  if (whole <= columns) return text + ' '.repeat(columns - whole);
  let left = columns - 1;
  const kept = widths.filter(({ width }) => {
    left -= width;
    return left >= 0;
  });
  const used = kept.reduce((sum, { width }) => sum + width, 0);
  return `${kept.map(({ character }) => character).join('')}…${' '.repeat(columns - 1 - used)}`;
}
