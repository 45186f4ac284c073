import { light, sizes } from '../shades.ts';
import type { Frame } from '../spec/frame.ts';
import type { KeyEntry } from '../spec/key.ts';
import type { Element } from './parse.ts';

const radius = 4.3;
const lineHeight = 20;

/** The meaning of the marks, line by line below the plots. */
export function drawnKey({ key, on, height }: Frame): readonly Element[] {
  const left = on === 'file' ? 16 : 0;
  const top = height - key.length * lineHeight - (on === 'file' ? 12 : 4) + lineHeight / 2;
  return key.flatMap((entries, line) =>
    entries.flatMap((entry) => [
      symbol(entry.kind, left + entry.x + 6, top + line * lineHeight),
      words(entry, left + entry.x + 18, top + line * lineHeight + 4),
    ]),
  );
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

const words = ({ text }: KeyEntry, x: number, y: number): Element => ({
  name: 'text',
  attributes: { x: number(x), y: number(y), 'font-size': String(sizes.label), fill: light('mute') },
  children: [text],
});

function symbol(kind: KeyEntry['kind'], x: number, y: number): Element {
  const drawn = (name: string, attributes: Readonly<Record<string, string>>): Element => ({
    name,
    attributes,
    children: [],
  });
  if (kind === 'gap') {
    const ends = { x1: number(x - 6), x2: number(x + 6), y1: number(y), y2: number(y) };
    return drawn('line', { ...ends, stroke: light('faint'), 'stroke-width': '1.3', 'stroke-dasharray': '1.5,3' });
  }
  if (kind === 'by-hand') {
    const circle = { cx: number(x), cy: number(y), r: number(radius), fill: light('panel') };
    return drawn('circle', { ...circle, stroke: light('clay'), 'stroke-width': '1.8' });
  }
  const d = `M${number(x)},${number(y - 5.5)}l4.2,5.5l-4.2,5.5l-4.2,-5.5Z`;
  return drawn('path', { d, fill: light('panel'), stroke: light('mute'), 'stroke-width': '1.5' });
}
