import type { Element } from './parse.ts';

/** What a picture may hold. All else that is drawn is left out. */
export const elements: readonly string[] = [
  ...['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'text', 'tspan', 'line', 'circle'],
  ...['defs', 'clipPath', 'linearGradient', 'stop'],
];

const kept = new Set([
  ...[
    'id',
    'transform',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'r',
    'rx',
    'ry',
    'cx',
    'cy',
    'd',
    'dx',
    'dy',
    'width',
    'height',
  ],
  ...['fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
  ...[
    'stroke-linecap',
    'stroke-linejoin',
    'clip-path',
    'font-size',
    'font-weight',
    'text-anchor',
    'offset',
    'stop-color',
  ],
]);

/** Attributes that children take from their group. */
const inherited = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['font-size', 'font-weight', 'text-anchor'],
];

/** An element without what a reader does not see: classes, roles, defaults, empty groups, digits below 0.1 px. */
export function slim(element: Element, id: string): Element | undefined {
  if (!elements.includes(element.name)) return undefined;
  const attributes = attributesOf(element, id);
  if (isInvisible(element.name, attributes)) return undefined;
  const children = element.children.flatMap((child) => {
    const slimmed = typeof child === 'string' ? child : slim(child, id);
    return slimmed === undefined ? [] : bare(slimmed);
  });
  if (element.name === 'g' && children.length === 0) return undefined;
  return element.name === 'g' ? gathered({ name: 'g', attributes, children }) : { ...element, attributes, children };
}

const attributesOf = ({ attributes }: Element, id: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => kept.has(name) && !isDefault(name, value))
      .map(([name, value]) => [name, shortened(name, value, id)])
      .filter(([name, value]) => !(name === 'transform' && value === 'translate(0,0)')),
  );

const isDefault = (name: string, value: string): boolean =>
  (/opacity$/.test(name) && value === '1') || (name === 'text-anchor' && value === 'start');

function shortened(name: string, value: string, id: string): string {
  if (name === 'id') return `${id}-${value}`;
  if (value.startsWith('url(#')) return value.replace('url(#', `url(#${id}-`);
  return /^(?:#|[a-z]+$)/.test(value) ? value : rounded(value);
}

const rounded = (value: string): string =>
  value.replaceAll(/-?\d*\.?\d+(?:e-?\d+)?/g, (digits) => String(Math.round(Number(digits) * 10) / 10 + 0));

/** The frames that Vega lays around its groups: drawn in no colour, or of no size. */
const isInvisible = (name: string, { d, fill, stroke }: Readonly<Record<string, string>>): boolean =>
  name === 'path' &&
  ((d ?? '') === '' || d === 'M0,0' || ((fill ?? 'none') === 'none' && (stroke ?? 'none') === 'none'));

/** A group that says nothing is only its children. */
const bare = (child: Element | string): readonly (Element | string)[] =>
  typeof child === 'object' && child.name === 'g' && Object.keys(child.attributes).length === 0
    ? child.children
    : [child];

/** What all children say alike, the group says once. */
function gathered(group: Element): Element {
  const [first, ...rest] = group.children;
  if (typeof first !== 'object' || rest.length === 0) return group;
  const alike = inherited.filter(
    (name) =>
      first.attributes[name] !== undefined &&
      rest.every((child) => typeof child === 'object' && child.attributes[name] === first.attributes[name]),
  );
  return {
    ...group,
    attributes: {
      ...group.attributes,
      ...Object.fromEntries(alike.map((name) => [name, first.attributes[name] ?? ''])),
    },
    children: group.children.map((child) => (typeof child === 'string' ? child : without(child, alike))),
  };
}

const without = (element: Element, names: readonly string[]): Element => ({
  ...element,
  attributes: Object.fromEntries(Object.entries(element.attributes).filter(([name]) => !names.includes(name))),
});
