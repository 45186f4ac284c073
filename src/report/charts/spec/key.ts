import { many } from '../numbers.ts';
import { gapsOf, type Reading } from '../readings.ts';
import { sizes } from '../shades.ts';
import { widthOf } from '../vega/width.ts';

/** A mark and its meaning, said only where the mark is drawn. */
export type KeyEntry = { readonly kind: 'by-hand' | 'held' | 'gap'; readonly text: string; readonly x: number };

const symbol = 18;
const between = 20;

export function entriesOf(readings: readonly Reading[]): readonly Omit<KeyEntry, 'x'>[] {
  const missing = gapsOf(readings).reduce((sum, { nights }) => sum + nights, 0);
  const byHand = readings.filter((one) => one.byHand).length;
  const held = readings.filter((one) => one.held).length;
  return [
    ...(byHand === 0 ? [] : [{ kind: 'by-hand' as const, text: `edited by hand, ${many(byHand, 'night')}` }]),
    ...(held === 0 ? [] : [{ kind: 'held' as const, text: `change held back, ${many(held, 'night')}` }]),
    ...(missing === 0 ? [] : [{ kind: 'gap' as const, text: `no reading, ${many(missing, 'night')}` }]),
  ];
}

/** The entries beside each other as far as they fit, then below. */
export function keyLines(entries: readonly Omit<KeyEntry, 'x'>[], width: number): readonly (readonly KeyEntry[])[] {
  return entries.reduce<KeyEntry[][]>((lines, entry) => {
    const before = lines.at(-1)?.at(-1);
    const x = before === undefined ? 0 : before.x + taken(before.text) + between;
    if (before !== undefined && x + taken(entry.text) <= width) lines.at(-1)?.push({ ...entry, x });
    else lines.push([{ ...entry, x: 0 }]);
    return lines;
  }, []);
}

const taken = (text: string): number => symbol + widthOf(text, sizes.label);
