import { expect, test } from 'vitest';
import type { Slug } from '../../src/domain/ids.ts';
import { assemble, isWritten } from '../../src/plan/assemble.ts';
import { withinRoom } from '../../src/plan/room.ts';
import { studio } from '../adapters/opened.ts';
import { planOf } from '../apply/applied.ts';
import { only, plenty } from '../build/requests.ts';

const long = 'abcdefghij'.repeat(25);
const limits = { creations: 10, requests: 10_000 };

/** Which of these are begun with so many reads of playlists left. */
function begun(reads: number, ...slugs: readonly string[]): readonly string[] {
  const playlists = slugs.map((slug) => planOf(long, `${long}k`, { slug: slug as Slug }));
  const plan = assemble({ night: '2026-11-22', playlists, lacking: [], used: {}, limits, waiting: new Map() });
  const app = { accounts: [studio], room: only('playlist_reads', reads), freeFor: () => null };
  return withinRoom(plan, [app], plenty, new Map())
    .playlists.filter(isWritten)
    .map(({ slug }) => slug);
}

test('a long list is begun only where its rows can be read once more than nothing failing takes', () => {
  // Four requests before, five after, five to read them back.
  expect([begun(13, 'one'), begun(14, 'one')]).toEqual([[], ['one']]);
});

test('what is kept for reading back is there for the next list when it was not needed', () => {
  expect([begun(23, 'one', 'two'), begun(24, 'one', 'two')]).toEqual([['one'], ['one', 'two']]);
});
