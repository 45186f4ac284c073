import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Stage, test } from '../stage/stage.ts';
import { control, playlistId, rule, smallWorld } from '../stage/world.ts';

const dayMs = 86_400_000;
const loose = (more: string) => `guard: { max_removed: [100%, 50]${more} }\n`;

/** The first night is 2026-11-22, 04:00 in Stockholm. */
const nightly = async (stage: Stage, texts: Record<string, string> = {}): Promise<string> => {
  if (Object.keys(texts).length > 0) await stage.write(texts);
  const { exit, err } = await stage.setlist('sync --by schedule');
  await fetch(`${stage.simulator.clockUrl}/sleep`, {
    method: 'POST',
    body: JSON.stringify({ untilMs: stage.world.nowMs + dayMs }),
  });
  return exit === 0 ? stage.rows() : `${exit} ${err}`;
};
const inControl = async ({ folder }: Stage): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'reports/owner/control.json'), 'utf8'));

describe('a ledger remembers', { timeout: 120_000 }, () => {
  test('on how many nights a row was planned to leave', async ({ open, expect }) => {
    const path = 'playlists/night.yaml';
    const files = { [path]: rule('List', 'abc', loose(', confirm_nights: 2')), ...control('night') };
    const stage = await open({ world: smallWorld('abx'), files });
    expect(await nightly(stage)).toBe('abxc');
    const x = 'spotify:track:x000000000000000000000';
    expect(await inControl(stage)).toMatchObject({ leaving: { night: { [x]: { nights: 1, last: '2026-11-22' } } } });
    expect(await nightly(stage)).toBe('abc');
    await nightly(stage);
    expect(await inControl(stage)).not.toHaveProperty('leaving');
  });

  test('when a row left, and a rule that moved', async ({ open, expect }) => {
    const cool = `where:\n  - last_left: { not_in_the_last: 2d }\n${loose('')}`;
    const stage = await open({
      world: smallWorld('ab'),
      files: { 'playlists/night.yaml': rule('List', 'ab', cool), ...control('night') },
    });
    expect(await nightly(stage)).toBe('ab');
    expect(await nightly(stage, { 'playlists/night.yaml': rule('List', 'b', cool) })).toBe('b');
    await rm(join(stage.folder, 'playlists/night.yaml'));
    const moved = { 'playlists/late/night.yaml': `${rule('List', 'ab', cool)}was: night\n` };
    // It left on the 23rd; the last two days reach back to it on the 24th and 25th.
    expect([await nightly(stage, moved), await nightly(stage), await nightly(stage)]).toEqual(['b', 'b', 'ab']);
    expect(await inControl(stage)).toMatchObject({ playlists: { 'late/night': { id: playlistId } } });
  });

  test('what a playlist held on another night', async ({ open, expect }) => {
    const stage = await open({
      world: smallWorld('ab'),
      files: { 'playlists/night.yaml': rule('List', 'ab', loose('')), ...control('night') },
    });
    await nightly(stage);
    expect(await nightly(stage, { 'playlists/night.yaml': rule('List', 'bcd', loose('')) })).toBe('bcd');
    const then = `name: Then\nfrom:\n  - playlist: { id: ${playlistId}, as_of: 2026-11-22 }\n`;
    await nightly(stage, { 'playlists/then.yaml': then });
    const { playlists } = (await inControl(stage)) as { playlists: Record<string, { id: string }> };
    expect(stage.rows(playlists['then']?.id ?? '')).toBe('ab');
  });
});
