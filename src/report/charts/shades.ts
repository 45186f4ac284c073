/** Each colour in light and dark. The light one is written into the picture, the dark one replaces it by its value. */
export const shades = {
  panel: { light: '#ffffff', dark: '#0d1117' },
  ink: { light: '#1d1b18', dark: '#eceae6' },
  mute: { light: '#67625a', dark: '#a19d95' },
  faint: { light: '#756f66', dark: '#8f8b85' },
  line: { light: '#e6e2da', dark: '#2b2d31' },
  grid: { light: '#efece6', dark: '#24262a' },
  blue: { light: '#2158cc', dark: '#6c9ff6' },
  clay: { light: '#b5531f', dark: '#e88c54' },
} as const;

export type Shade = keyof typeof shades;

export const light = (shade: Shade): string => shades[shade].light;

/** No font is loaded: a picture in Markdown may not. */
export const fontFamily = "Inter,system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/** Pixels. */
export const sizes = { title: 16, subtitle: 12.5, label: 11.5 } as const;

/** For a page: each colour of a picture inside `scope` becomes the page's own of that name. */
export const themeRules = (scope: string): string =>
  (Object.keys(shades) as Shade[])
    .flatMap((shade) =>
      ['fill', 'stroke'].map((name) => `${scope} [${name}="${light(shade)}"]{${name}:var(--${shade})}`),
    )
    .join('\n');
