import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOf, type RowKey } from '../../src/domain/playlist.ts';
import { readWhole } from '../../src/gather/whole.ts';
import { type opened, playlistId } from '../adapters/opened.ts';
import { hardPairs, orders, type Pair, pairs } from '../plan/requests/lists.ts';
import { id, list, owner, world } from '../simulator/here.ts';
import { applied, planFor } from './applied.ts';

const uris = (rows: readonly RowKey[]): readonly string[] => [...new Set<string>(rows)];

/** A world whose only list holds these rows; all tracks of both lists are there. */
const worldOf = ({ before, after }: Pair, more: object = {}) => {
  const tracks = uris([...before, ...after]).filter((uri) => uri.startsWith('spotify:track:'));
  const rows = before.map((key) => ({ uri: key.startsWith('gone:') ? null : key }));
  return world('', {
    artists: [{ id: id('Ann'), name: 'Ann' }],
    tracks: tracks.map((uri) => ({ id: uri.slice(-22), name: uri, artists: [id('Ann')] })),
    playlists: [{ id: list, owner: 'owner', name: 'List', rows }],
    users: [owner()],
    ...more,
  });
};

/** The rows that stand at the server, read anew. */
async function standing({ read }: Pick<Awaited<ReturnType<typeof opened>>, 'read'>, playlist = playlistId) {
  const whole = await readWhole(read, playlist);
  return whole.kind === 'whole' ? keysOf(whole.actual.rows) : whole.kind;
}

const renumbered = (rows: readonly RowKey[]): readonly string[] => rows.map((key) => key.replace(/^gone:\d+$/, 'gone'));
const anyPair = fc.oneof(pairs, orders, hardPairs);
const holds = (law: (pair: Pair) => Promise<void>, numRuns: number) =>
  fc.assert(fc.asyncProperty(anyPair, law), { numRuns });

test('sends exactly what the plan costs when nothing fails, and the list is as planned', async () => {
  await holds(async (pair) => {
    const plan = planFor(pair.before, pair.after);
    // A plan without writes is not applied.
    fc.pre(plan.writes.length > 0);
    const there = await applied(plan, worldOf(pair));
    expect(there.outcome).toMatchObject({ state: 'applied', problems: [] });
    const { playlist_reads: reads, writes } = plan.price;
    expect([there.sent().playlist_reads, there.sent().writes]).toEqual([reads, writes]);
    expect(renumbered((await standing(there)) as readonly RowKey[])).toEqual(renumbered(pair.after));
  }, 25);
});

test('costs what it should to create a playlist', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ({ after }) => {
      const plan = planFor(null, after);
      const there = await applied(plan, worldOf({ before: [], after }));
      expect(there.outcome).toMatchObject({ state: 'applied', problems: [] });
      const { playlist_reads: reads, writes } = plan.price;
      expect([there.sent().playlist_reads, there.sent().writes]).toEqual([reads, writes]);
      expect(await standing(there, there.outcome.id ?? playlistId)).toEqual(after);
    }),
    { numRuns: 15 },
  );
});

test('reaches the planned list whatever every fourth request suffers', async () => {
  const kinds = ['500', '502', '503', 'reset', 'truncated', 'garbage', 'html', '429', 'false-401'];
  const faults = kinds.flatMap((kind) =>
    ['before', 'after'].map((when) => ({ path: '/**', kind, when, probability: 0.015 })),
  );
  await holds(async (pair) => {
    const there = await applied(planFor(pair.before, pair.after), worldOf(pair, { faults }));
    there.simulator.world.faults.length = 0;
    const rows = await standing(there);
    const { state } = there.outcome;
    // Reads give up after four faults in a row: rare, and then the list stands somewhere on its way.
    if (state === 'applied') expect(renumbered(rows as readonly RowKey[])).toEqual(renumbered(pair.after));
    else
      expect(there.codes).toEqual([
        expect.stringMatching(/server-error|unreachable|bad-answer|unknown-outcome|rate-limited|unauthorized/),
      ]);
    expect(there.codes).not.toContain('apply/changed-since-plan');
  }, 25);
});
