import { describe } from 'vitest';
import { remoteClock } from '../../src/adapters/clock/remote-clock.ts';
import { git } from '../bench/stop-anywhere/read.ts';
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

    const done = await stage.setlist('restore night --to 2026-11-22 --yes');
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(done.out).toContain('Mind: the rule changes it back on its next night: write "suspend: true" into it');
    expect(done.out).toContain(`Recorded in commit ${git(stage.folder, 'rev-parse', 'HEAD').slice(0, 10)}`);
    expect(stage.rows()).toBe('abc');
    expect(git(stage.folder, 'log', '-2', '--format=%s')).toBe(
      'Restore night to 22 Nov 2026: 1 playlist changed +1 -2\nRestore night to 22 Nov 2026: about to change 1 playlist\n',
    );
    const { out } = await stage.setlist('log --most 1');
    expect(out).toMatch(
      /^2026-11-24 {2}List \(night\): \+1 −2\n {2}by Setlist, restoring the end of 2026-11-22, started manually/,
    );
    expect(await stage.texts('reports')).toContain('restored to 22 Nov 2026');
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
    expect(git(stage.folder, 'log', '-1', '--format=%s')).toBe(
      `Restore night to before run ${run}: 1 playlist changed +1 -1\n`,
    );
  });

  test.concurrent.for([
    ['a night before the ledger', 'restore night --to 2026-01-01', 'usage/wrong', 'The earliest is "--to 2026-11-22"'],
    ['no date', 'restore night --to now', 'usage/wrong', 'Write year, month and day'],
    ['no moment at all', 'restore night', 'usage/wrong', 'Give one of the two'],
    ['a run that never was', 'restore night --before-run x', 'usage/wrong', '"setlist log --playlist night"'],
    [
      'a rule that is not there',
      'restore nite --to 2026-11-22',
      'usage/no-such-playlist',
      'Write the path of a rule file',
    ],
  ])('refuses %s, and says what to do', async ([, args, code, fix], { open, expect }) => {
    const stage = await open({ ...setting, world: smallWorld('abc') });
    await stage.setlist('sync');
    const refused = await stage.setlist(args ?? '');
    expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining(`[${code}]`) });
    expect(refused.err).toContain(fix);
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
    expect(git(stage.folder, 'log', '-1', '--format=%B')).toMatch(
      new RegExp(`^Purge track ${track}: 1 entry of the audit, \\d+ files\\n[\\s\\S]*\\nStarted-by: manual`),
    );
    expect((await stage.setlist('log')).out).toContain('\n\n(1 purged entry)\n');
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
    // It is still called what it was called.
    expect((await stage.setlist('log --playlist night --most 1')).out).toMatch(
      /^2026-11-22 {2}List \(night\): no longer ruled, left as it is\n/,
    );
    expect(await stage.texts('reports')).toContain('**List**');
    expect(await stage.setlist(`purge --playlist ${id} --yes`)).toMatchObject({ exit: 0, err: '' });
    expect(await stage.texts('reports')).not.toContain(id);
    expect(await stage.setlist('verify')).toMatchObject({ exit: 0, err: '' });
  });
});
