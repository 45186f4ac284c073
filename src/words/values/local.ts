/** What a local file's URI says of it; Spotify knows nothing else. Parts that it leaves empty are null. */
export type LocalFile = {
  readonly kind: 'local';
  readonly title: string | null;
  readonly artist: string | null;
  readonly album: string | null;
  readonly durationMs: number | null;
};

/** Decodes `spotify:local:{artist}:{album}:{title}:{seconds}`; undefined for any other text. */
export function localFileOf(uri: string): LocalFile | undefined {
  const parts = uri.split(':');
  if (!uri.startsWith('spotify:local:') || parts.length !== 6) return undefined;
  const [artist, album, title] = parts.slice(2, 5).map(decoded);
  const seconds = parts[5] ?? '';
  const durationMs = /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
  return { kind: 'local', artist: artist ?? null, album: album ?? null, title: title ?? null, durationMs };
}

/** `+` stands for a space. What is no right encoding is taken as it stands. */
function decoded(part: string): string | null {
  const spaced = part.replaceAll('+', ' ').trim();
  if (spaced === '') return null;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
