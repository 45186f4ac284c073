import type { Slug } from '../../domain/ids.ts';
import type { SourceHashes } from '../../domain/portfolio.ts';

/** A rule's night: whatever was read, or only if a source that its schedule names holds something else than at its last success. */
export type Turn = 'tonight' | 'if-changed';

/** The rules whose night it is or may be; the others leave their playlists alone. */
export type Turns = ReadonlyMap<Slug, Turn> | 'all';

export const turnOf = (turns: Turns, slug: Slug): Turn | undefined => (turns === 'all' ? 'tonight' : turns.get(slug));

/** Whether a source was read that is not as it was; what could not be read is never guessed to have changed. */
export const isChanged = (before: SourceHashes, now: SourceHashes): boolean =>
  Object.entries(now).some(([source, hash]) => before[source] !== hash);
