/** Advance widths of Inter 4 in thousandths of the font size, from the space to the tilde. */
const advances = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662,
];

/** Arial is narrower than Inter and DejaVu Sans wider; this covers all but the widest words of the latter. */
const margin = 1.06;

/** Pixels that a text takes at a font size, in any of the fonts that a reader may have: an upper estimate. */
export const widthOf = (text: string, size: number): number => {
  const thousandths = [...text.normalize('NFD')].reduce((sum, sign) => sum + advanceOf(sign), 0);
  return (thousandths / 1000) * size * margin;
};

function advanceOf(sign: string): number {
  if (/^\p{Mark}$/u.test(sign)) return 0;
  // What is not in the table is taken for as wide as it is high: Chinese, Japanese, Korean, emoji.
  return advances[(sign.codePointAt(0) ?? 0) - 32] ?? 1000;
}

/** The text, or its beginning and an ellipsis, in at most that many pixels; never half a character. */
export function clipped(text: string, limit: number, size: number): string {
  if (widthOf(text, size) <= limit) return text;
  const signs = [...text];
  const fits = (count: number): boolean => widthOf(`${signs.slice(0, count).join('')}…`, size) <= limit;
  const count = signs.findLastIndex((_, index) => fits(index));
  return `${signs.slice(0, Math.max(0, count)).join('').trimEnd()}…`;
}
