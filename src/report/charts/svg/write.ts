import type { Element } from './parse.ts';

/** The element as text, without a space that is not needed. */
export function writeSvg({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const inside = children.map((child) => (typeof child === 'string' ? child : writeSvg(child))).join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}
