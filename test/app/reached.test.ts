import { describe, expect, test } from 'vitest';
import { reachedBy } from '../../src/app/syncing/reached.ts';
import type { Anew } from '../../src/apply/anew.ts';
import type { PlaylistPlan } from '../../src/domain/plan.ts';
import type { RowKey } from '../../src/domain/playlist.ts';
import type { Intent } from '../../src/domain/records/run.ts';
import { opened } from '../adapters/opened.ts';
import { applied, keys, planOf } from '../apply/applied.ts';
import { world } from '../simulator/here.ts';

/** How a list stood when a run may have been killed, and what it had announced last. */
type Moment = { readonly now: readonly RowKey[]; readonly intent: Intent };

/** All moments between two requests of a plan that is carried out; `x` is dead, `s` is shown as `t`. */
async function momentsOf(plan: PlaylistPlan, before: string): Promise<readonly Moment[]> {
  const there = await opened(world(before));
  const about = { writes: plan.writes } as unknown as Intent;
  let intent = about;
  const moments: Moment[] = [];
  const tell = () =>
    void moments.push({ now: there.rows() === '' ? [] : keys(there.rows().replaceAll('s', 't')), intent });
  await applied(plan, world(before), {
    ...there,
    announce: async ({ from, writes, inParts }: Anew) => {
      tell();
      intent = { ...about, from, writes, ...(inParts ? { inParts } : {}) };
      tell();
    },
    write: {
      ...there.write,
      write: async (...args: Parameters<typeof there.write.write>) => {
        tell();
        try {
          return await there.write.write(...args);
        } finally {
          tell();
        }
      },
    },
  });
  return moments;
}

const plans: readonly (readonly [string, string, string, Partial<PlaylistPlan>])[] = [
  ['a rebuild', 'abcd', 'cxefgahi', { way: 'rebuild' }],
  ['a rebuild of two requests', 'abc', `${'defghijkl'.repeat(11)}mnxop`, { way: 'rebuild' }],
  ['additions', 'ab', 'acdxefb', {}],
  ['additions of copies', 'abc', 'abcxabc', {}],
  ['additions, a move and a removal', 'abcd', 'dexfcb', {}],
  ['a removal of a copy that stays', 'astb', 'bat', {}],
];

describe.each(plans)('a run that dies in %s', (_, before, after, more) => {
  test('is known by its own rows, wherever it dies', async () => {
    const shown = before.replaceAll('s', 't');
    const moments = await momentsOf(planOf(shown, after, more), before);
    expect(moments.length).toBeGreaterThan(4);
    for (const { now, intent } of moments) expect(reachedBy(intent, keys(shown), now)).toEqual(now);
  });

  test('is not taken for the one who took out what it had brought, unless it was looking for refused tracks', async () => {
    const shown = before.replaceAll('s', 't');
    for (const { now, intent } of await momentsOf(planOf(shown, after, more), before)) {
      const brought = now.findIndex((key) => !shown.includes(key[14] ?? ''));
      if (intent.inParts || brought === -1) continue;
      expect(reachedBy(intent, keys(shown), now.toSpliced(brought, 1))).toEqual(now);
    }
  });
});
