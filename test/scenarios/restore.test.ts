import { describe } from 'vitest';
import { remoteClock } from '../../src/adapters/clock/remote-clock.ts';
import { type Stage, test } from './stage/stage.ts';
import { control, rule, smallWorld } from './stage/world.ts';

const isWrite = (request: string): boolean => !request.startsWith('GET ');
const ruling = (letters: string) => ({ 'playlists/night.yaml': rule('List', letters, 'hand_edits: revert\n') });

/** A night later, with another rule. */
async function nightWith(stage: Stage, letters: string): Promise<void> {
  const clock = await remoteClock(stage.simulator.clockUrl);
  await clock.sleep(86_400_000);
  await stage.write(ruling(letters));
  await stage.setlist('sync');
}

const setting = { world: smallWorld('abc'), files: { ...ruling('abc'), ...control('night') } };

describe('restore', () => {
  test.concurrent('goes back to a night, dry first, and says who did it', async ({ open, expect }) => {
    const stage = await open(setting);
    await stage.setlist('sync');
    await nightWith(stage, 'abd');
    await nightWith(stage, 'abde');
    expect(stage.rows()).toBe('abde');
    stage.requests();

    const dry = await stage.setlist('restore night --to 2026-11-22');
    expect(dry).toMatchObject({ exit: 0, err: expect.stringContaining('[apply/dry]') });
    expect(stage.requests().filter(isWrite)).toEqual([]);

    expect(await stage.setlist('restore night --to 2026-11-22 --yes')).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abc');
    const { out } = await stage.setlist('log --most 1');
    expect(out).toMatch(/^2026-11-24 {2}List \(night\): \+1 −2\n {2}by Setlist, started manually/);
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0 });
    // The rule has the last word, on its next night.
    await nightWith(stage, 'abde');
    expect(stage.rows()).toBe('abde');
  });

  test.concurrent('goes back to before a run', async ({ open, expect }) => {
    const stage = await open({ ...setting, world: smallWorld('abc') });
    await stage.setlist('sync');
    await nightWith(stage, 'abd');
    const run = /run (\S+)/.exec((await stage.setlist('log --most 1')).out)?.[1] ?? '';
    expect(await stage.setlist(`restore night --before-run ${run} --yes`)).toMatchObject({ exit: 0, err: '' });
    expect(stage.rows()).toBe('abc');
  });

  test.concurrent.for([
    ['a night before the ledger', 'restore night --to 2026-01-01', 'usage/wrong'],
    ['no moment at all', 'restore night', 'usage/wrong'],
    ['a run that never was', 'restore night --before-run x', 'usage/wrong'],
    ['a rule that is not there', 'restore nite --to 2026-11-22', 'usage/no-such-playlist'],
  ])('refuses %s', async ([, args, code], { open, expect }) => {
    const stage = await open({ ...setting, world: smallWorld('abc') });
    await stage.setlist('sync');
    expect(await stage.setlist(args ?? '')).toMatchObject({ exit: 2, err: expect.stringContaining(`[${code}]`) });
  });
});

describe('purge', () => {
  test.concurrent('takes a track out of everything, and the chain still holds', async ({ open, expect }) => {
    const stage = await open({ ...setting, world: smallWorld('abc') });
    await stage.setlist('sync');
    await nightWith(stage, 'abd');
    const track = `spotify:track:c${'0'.repeat(21)}`;
    expect(await stage.texts('reports')).toContain(track);
    expect((await stage.setlist(`purge --track ${track}`)).out).toContain('Would purge 1 entry of the audit');
    expect(await stage.setlist(`purge --track ${track} --yes`)).toMatchObject({ exit: 0, err: '' });
    const left = await stage.texts('reports/owner');
    expect(left).not.toContain(track);
    expect(left).toContain('"purged":"2026-11-23"');
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
    // What stands somewhere would come back with the next night.
    const standing = await stage.setlist(`purge --track spotify:track:a${'0'.repeat(21)} --yes`);
    expect(standing).toMatchObject({ exit: 2, err: expect.stringContaining('still stands in "List"') });
  });

  test.concurrent('takes a playlist out once no rule rules it', async ({ open, expect }) => {
    const stage = await open({ ...setting, world: smallWorld('abc') });
    await stage.setlist('sync');
    const id = 'list'.padEnd(22, '0');
    expect((await stage.setlist(`purge --playlist ${id} --yes`)).err).toContain('the rule "night" still rules it');
    await stage.remove('playlists/night.yaml');
    await stage.setlist('sync');
    expect(stage.rows()).toBe('abc');
    expect(await stage.setlist(`purge --playlist ${id} --yes`)).toMatchObject({ exit: 0, err: '' });
    expect(await stage.texts('reports')).not.toContain(id);
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
  });
});
