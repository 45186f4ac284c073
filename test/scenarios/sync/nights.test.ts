import { execFileSync } from 'node:child_process';
import { describe } from 'vitest';
import type { Slug } from '../../../src/domain/ids.ts';
import { changed } from '../../../src/simulator/world/edit.ts';
import { chainOf, readLedgerOf, uncommitted } from '../../bench/stop-anywhere/read.ts';
import { type Stage, test } from '../stage/stage.ts';
import { id, rule, smallWorld, uri } from '../stage/world.ts';

const dayMs = 86_400_000;
const slugs = ['ask', 'keep', 'revert', 'weekly'] as const;
type List = (typeof slugs)[number];
const listId = (slug: List): string => id(`list${slug}`);

const more: Record<List, string> = {
  ask: 'hand_edits: ask\n',
  keep: 'hand_edits: keep\n',
  revert: 'hand_edits: revert\n',
  weekly: 'hand_edits: revert\nschedule: { every: week, on: fri }\n',
};
const files = {
  ...Object.fromEntries(slugs.map((slug) => [`playlists/${slug}.yaml`, rule(`List ${slug}`, 'abcd', more[slug])])),
  'reports/owner/control.json': `${JSON.stringify({
    version: 1,
    playlists: Object.fromEntries(slugs.map((slug) => [slug, { id: listId(slug), contact: 'known' }])),
  })}\n`,
};

/** Four playlists of one owner, each with the same rows. */
function fourLists() {
  const small = smallWorld('');
  const rows = [...'abcd'].map((letter) => ({ uri: uri(letter) }));
  const playlists = slugs.map((slug) => ({ id: listId(slug), owner: 'owner', name: `List ${slug}`, rows }));
  return { ...small, playlists, users: [{ ...small.users[0], playlists: [] }, ...small.users.slice(1)] };
}

function edit({ world }: Stage, slug: List, letters: string): void {
  const playlist = world.playlists.get(listId(slug));
  if (playlist === undefined) throw new Error(`There is no ${slug}`);
  const known = new Map(playlist.rows.map((row) => [row.uri, row]));
  const addedAt = new Date(world.nowMs).toISOString();
  playlist.rows = [...letters].map((one) => known.get(uri(one)) ?? { uri: uri(one), addedAt, addedBy: 'owner' });
  changed(world, playlist);
}

const rowsOf = (stage: Stage) => Object.fromEntries(slugs.map((slug) => [slug, stage.rows(listId(slug))]));

async function writesOf(stage: Stage, exit: number): Promise<readonly string[]> {
  stage.requests();
  const ended = await stage.setlist('sync');
  if (ended.exit !== exit) throw new Error(`It exits ${ended.exit}: ${ended.err}${ended.out}`);
  if (uncommitted(stage.folder) !== '') throw new Error('It leaves something uncommitted');
  const sent = stage.requests().filter((one) => !one.startsWith('GET '));
  return slugs.filter((slug) => sent.some((one) => one.includes(listId(slug))));
}

const handsOf = async (stage: Stage, slug: List) =>
  (await readLedgerOf(stage.folder)).control.hands?.[slug as string as Slug] ?? {};

/** Who changed a playlist, entry by entry: `hand +z`. */
async function changesOf(stage: Stage, slug: List): Promise<readonly string[]> {
  const { audit } = await readLedgerOf(stage.folder);
  const told = (sign: string, noted: readonly { readonly key: string }[]) =>
    noted.map(({ key }) => `${sign}${key[14]}`);
  return audit.flatMap((line) =>
    'body' in line && line.body.rule === slug && line.body.kind === 'items'
      ? [[line.body.who.by, ...told('+', line.body.entered), ...told('-', line.body.left)].join(' ')]
      : [],
  );
}

describe('nights on which people edit by hand', () => {
  test('ask waits, keep keeps, revert reverts, and a weekly rule waits for its day', async ({ open, expect }) => {
    const stage = await open({ world: fourLists(), files });
    // Sunday 22 November: a first look, with everything as the rules say.
    expect(await writesOf(stage, 0)).toEqual([]);

    stage.world.nowMs += dayMs;
    edit(stage, 'ask', 'abcdz');
    edit(stage, 'keep', 'acdz');
    edit(stage, 'revert', 'acdz');
    edit(stage, 'weekly', 'acdz');
    stage.world.nowMs += 3_600_000;
    // Monday: one is held, one agrees, one is put back, one is not looked at until Friday.
    expect(await writesOf(stage, 4)).toEqual(['revert']);
    expect(rowsOf(stage)).toEqual({ ask: 'abcdz', keep: 'acdz', revert: 'abcd', weekly: 'acdz' });
    expect(await handsOf(stage, 'ask')).toMatchObject({
      held: { since: '2026-11-23', added: [uri('z')], removed: [] },
    });
    expect(await handsOf(stage, 'keep')).toEqual({
      kept: { [uri('z')]: '2026-11-23' },
      removed: { [uri('b')]: '2026-11-23' },
    });

    stage.world.nowMs += dayMs;
    expect(await writesOf(stage, 4), 'Tuesday: nothing moves, and it is still said').toEqual([]);
    edit(stage, 'ask', 'abcd');
    stage.world.nowMs += dayMs;
    expect(await writesOf(stage, 0), 'Wednesday: the person took it back').toEqual([]);
    expect(await handsOf(stage, 'ask')).not.toMatchObject({ held: { added: [uri('z')] } });

    // Thursday: the rule asks for more; what was taken out by hand stays out, what was added stays.
    await stage.write({ 'playlists/keep.yaml': rule('List keep', 'abcdef', more.keep) });
    stage.world.nowMs += dayMs;
    expect(await writesOf(stage, 0)).toEqual(['keep']);
    expect([...stage.rows(listId('keep'))].sort().join('')).toBe('acdefz');
    expect(rowsOf(stage)).toMatchObject({ ask: 'abcd', revert: 'abcd', weekly: 'acdz' });

    edit(stage, 'keep', `${stage.rows(listId('keep')).replace('z', '')}b`);
    stage.world.nowMs += dayMs;
    // Friday: the weekly rule has its day; what the person put back may stay again.
    expect(await writesOf(stage, 0)).toContain('weekly');
    expect(stage.rows(listId('weekly'))).toBe('abcd');
    expect([...stage.rows(listId('keep'))].sort().join('')).toBe('abcdef');

    stage.world.nowMs += dayMs;
    expect(await writesOf(stage, 0), 'Saturday: nothing is left to do').toEqual([]);
    expect(await changesOf(stage, 'ask')).toEqual(['hand +z', 'hand -z']);
    expect(await changesOf(stage, 'revert')).toEqual(['hand +z -b', 'setlist +b -z']);
    expect(await changesOf(stage, 'weekly')).toEqual(['hand +z -b', 'setlist +b -z']);
    expect((await changesOf(stage, 'keep')).slice(0, 3)).toEqual(['hand +z -b', 'setlist +e +f', 'hand +b -z']);
    expect(await chainOf(stage.folder)).toMatchObject({ kind: 'whole' });
  }, 300_000);

  test('a late run serves the day that it missed, and another run on the same night serves nothing twice', async ({
    open,
    expect,
  }) => {
    const stage = await open({ world: fourLists(), files });
    await writesOf(stage, 0);
    edit(stage, 'weekly', 'abc');
    // Monday the 30th: Friday the 27th was missed.
    stage.world.nowMs += 8 * dayMs;
    expect(await writesOf(stage, 0)).toEqual(['weekly']);
    const nights = (await readLedgerOf(stage.folder)).runs.flatMap((run) => (run.event === 'end' ? [run.nights] : []));
    expect(nights.at(-1)).toEqual(['23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`));
    edit(stage, 'weekly', 'abc');
    stage.world.nowMs += 3_600_000;
    expect(await writesOf(stage, 0), 'it was served').toEqual([]);
    const last = (await readLedgerOf(stage.folder)).runs.at(-1);
    expect(last).toMatchObject({ event: 'end', nights: [], lateMs: 0 });
  }, 300_000);

  test('a change names the commit of its rules, not the last night', async ({ open, expect }) => {
    const stage = await open({ world: fourLists(), files });
    const log = (...args: readonly string[]) =>
      execFileSync('git', ['-C', stage.folder, 'log', '-1', '--format=%H', ...args], { encoding: 'utf8' }).trim();
    const rules = log();
    await writesOf(stage, 0);
    expect(log()).not.toBe(rules);
    stage.world.nowMs += dayMs;
    edit(stage, 'revert', 'abc');
    expect(await writesOf(stage, 0)).toEqual(['revert']);
    const { audit, runs } = await readLedgerOf(stage.folder);
    const own = audit.flatMap((line) => ('body' in line && line.body.who.by === 'setlist' ? line.body.commit : []));
    expect(new Set([...own, ...runs.map(({ commit }) => commit)])).toEqual(new Set([rules]));
  });
});
