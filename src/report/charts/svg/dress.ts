import type { Heading } from '../chart.ts';
import { fontFamily, light, type Shade, shades, sizes } from '../shades.ts';
import type { Frame } from '../spec/frame.ts';
import { clipped } from '../vega/width.ts';
import { escaped } from './clean.ts';
import type { Element } from './parse.ts';

/** What Vega does not draw: the accessible name, the paper, the heading, the dark colours, the key. */
export type Dress = {
  readonly id: string;
  /** The whole title, for ears. */
  readonly title: string;
  /** As far as it fits, for eyes. */
  readonly heading: Heading;
  readonly description: string;
  readonly frame: Frame;
};

const edge = 16;

export function dress(
  plots: readonly (Element | string)[],
  { id, title, heading, description, frame }: Dress,
): Element {
  const { width, height, on } = frame;
  const [titleId, descId] = [`${id}-title`, `${id}-desc`];
  const drawn = [...plots, ...(on === 'file' ? words(heading, width) : [])];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${titleId} ${descId}`,
      'font-family': fontFamily,
    },
    [
      element('title', { id: titleId }, [escaped(title)]),
      element('desc', { id: descId }, [escaped(description)]),
      ...(on === 'file' ? [element('style', {}, [darkRules(drawn)])] : []),
      ...(on === 'file'
        ? [element('rect', { width: String(width), height: String(height), fill: light('panel') }, [])]
        : []),
      ...drawn,
    ],
  );
}

const words = ({ title, subtitle }: Heading, width: number): readonly Element[] =>
  [
    { text: title, size: sizes.title, y: 30, more: { fill: light('ink'), 'font-weight': '600' } },
    { text: subtitle, size: sizes.subtitle, y: 51, more: { fill: light('mute') } },
  ].map(({ text, size, y, more }) =>
    element('text', { x: String(edge), y: String(y), 'font-size': String(size), ...more }, [
      escaped(clipped(text, width - 2 * edge, size)),
    ]),
  );

/** Only the colours that are in the picture; the paper always is. */
function darkRules(drawn: readonly (Element | string)[]): string {
  const used = (name: 'fill' | 'stroke', shade: Shade): boolean =>
    (name === 'fill' && shade === 'panel') || drawn.some((one) => says(one, name, light(shade)));
  const rules = (Object.keys(shades) as Shade[]).flatMap((shade) =>
    (['fill', 'stroke'] as const)
      .filter((name) => used(name, shade))
      .map((name) => `[${name}='${light(shade)}']{${name}:${shades[shade].dark}}`),
  );
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

const says = (one: Element | string, name: string, value: string): boolean =>
  typeof one === 'object' && (one.attributes[name] === value || one.children.some((child) => says(child, name, value)));

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[],
): Element => ({ name, attributes, children });
