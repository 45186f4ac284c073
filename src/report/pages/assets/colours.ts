import { type Shade, shades, themeRules } from '../../charts/shades.ts';

/** On pages the dark panel stands out from the page; charts that stand alone have none around them. */
const panel = { light: '#ffffff', dark: '#17191c' };

/** Contrast with what they stand on is 4.5:1 or more. */
const own = {
  page: { light: '#faf9f6', dark: '#101113' },
  act: { light: '#a83a10', dark: '#f0a37a' },
  'act-ground': { light: '#fbeee7', dark: '#33211a' },
  watch: { light: '#7a5a00', dark: '#e2c46a' },
  'watch-ground': { light: '#faf3dc', dark: '#2b2616' },
  note: { light: '#2158cc', dark: '#8fb5f8' },
  'note-ground': { light: '#ecf1fb', dark: '#1a2436' },
  hover: { light: '#f5f3ee', dark: '#1d1f23' },
};

const token = ([name, { light, dark }]: readonly [string, { readonly light: string; readonly dark: string }]): string =>
  `  --${name}: light-dark(${light}, ${dark});`;

/** Each colour once for light and dark: the page follows the system until its reader says otherwise. */
export const colours = `:root {
  color-scheme: light dark;
${[...Object.entries({ ...shades, panel } satisfies Record<Shade, unknown>), ...Object.entries(own)].map(token).join('\n')}
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
${themeRules('svg')}
`;
