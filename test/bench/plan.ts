/**
 * How long a whole plan takes, rule to requests, when a long playlist is reshuffled; the reorder search apart.
 *
 *     node test/bench/plan.ts
 *
 * On two cores: 2,500 tracks 177 ms (search 49), 5,000 tracks 428 ms (105), 10,000 tracks 864 ms (396).
 */
import { noMemory } from '../../src/app/planning/memory.ts';
import { planNight } from '../../src/app/planning/plan.ts';
import { noFacts } from '../../src/domain/facts.ts';
import type { PlaylistId, TrackUri } from '../../src/domain/ids.ts';
import type { Track } from '../../src/domain/item.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Row, RowKey } from '../../src/domain/playlist.ts';
import { writesFor } from '../../src/plan/requests/writes.ts';
import { actualOf, at, literal, ruleOf, settings, studio } from '../build/rule.ts';

const id = 'p'.repeat(22) as PlaylistId;
const need = { account: studio, kind: 'playlist', id } as const;
const uri = (nth: number): TrackUri => `spotify:track:${String(nth).padStart(22, '0')}` as TrackUri;

/** Numbers 0 to n - 1 in an order that only depends on n. */
function shuffled(n: number): readonly number[] {
  const numbers = Array.from({ length: n }, (_, nth) => nth);
  let state = n;
  for (let place = n - 1; place > 0; place--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (place + 1);
    [numbers[place], numbers[other]] = [numbers[other] ?? 0, numbers[place] ?? 0];
  }
  return numbers;
}

const trackOf = (nth: number): Track => ({
  kind: 'track',
  uri: uri(nth),
  title: `Title ${nth}`,
  artists: [{ id: null, name: `Artist ${nth % 700}` }],
  album: null,
  durationMs: 180_000 + nth,
  explicit: false,
  isrc: `XX${nth}`,
  trackNumber: null,
  discNumber: null,
  playable: true,
});

const timed = <T>(run: () => T): readonly [ms: number, result: T] => {
  const started = performance.now();
  const result = run();
  return [performance.now() - started, result];
};

for (const n of [2_500, 5_000, 10_000]) {
  const wanted = shuffled(n);
  const rows = Array.from(
    { length: n },
    (_, nth): Row => ({ kind: 'item', uri: uri(nth), addedAt: null, addedBy: null }),
  );
  const rule = ruleOf({
    from: [literal(wanted.map(uri))],
    dedupe: { word: 'dedupe', args: { by: 'recording', keep: 'first' }, at },
    arrange: [{ word: 'spread', args: { by: 'artist', gap: 3 }, at }],
    settings: settings({ write: { maxRequests: 10_000, beyond: 'rebuild' } }),
  });
  const given = {
    playbook: {
      portfolio: {
        title: '',
        timezone: 'UTC',
        apps: [],
        apply: 'on' as const,
        suspend: false,
        limits: { creations: 1, requests: 1e6 },
        retentionDays: 400,
        budget: {
          playlist_reads: 0,
          writes: 0,
          search: 0,
          tracks: 0,
          albums: 0,
          artist_albums: 0,
          library: 0,
          followers: 0,
        },
      },
      rules: [rule],
      lists: new Map(),
    },
    controls: new Map([
      [studio, { version: 1 as const, playlists: { [rule.slug]: { id, contact: 'known' as const } } }],
    ]),
    facts: {
      ...noFacts,
      items: new Map(wanted.map((nth) => [uri(nth), trackOf(nth)])),
      answers: { [needKey(need)]: { need, answer: { state: 'whole' as const, found: actualOf(rows) } } },
    },
    night: '2026-11-22',
    nowMs: Date.parse('2026-11-22T12:00:00Z'),
    memory: noMemory,
  };
  planNight(given);
  const [ms, { plan }] = timed(() => planNight(given));
  const [before, after] = [
    rows.map((row) => (row.kind === 'gone' ? '' : row.uri) as string as RowKey),
    plan.playlists[0]?.rows ?? [],
  ];
  const [searchMs] = timed(() => writesFor(before, after));
  const writes = plan.playlists[0]?.writes.length ?? 0;
  process.stdout.write(
    `${n} tracks: ${Math.round(ms)} ms, of which the search ${Math.round(searchMs)} ms and the rest ${Math.round(ms - searchMs)} ms; ${writes} requests\n`,
  );
}
