const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What Spotify may have shown with HTML escaped (`spotify-api.md` 4.7), as it was written. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/**
 * Whether a text that was written may read so. What is read is taken for escaped, and nothing tells whether it was: one
 * that really holds `&amp;` may come out without it, and must not be written anew every night.
 */
export const readsAs = (written: string, read: string | undefined): boolean =>
  written === read || unescaped(written) === read;
