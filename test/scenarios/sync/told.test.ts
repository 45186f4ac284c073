import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { changed } from '../../../src/simulator/world/edit.ts';
import { git, readLedgerOf } from '../../bench/stop-anywhere/read.ts';
import type { Running } from '../stage/run.ts';
import { type Stage, test } from '../stage/stage.ts';
import { control, id, rule, smallWorld, uri } from '../stage/world.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const dayMs = 86_400_000;

/** The last commit without its run, which differs from night to night. */
const lastCommit = ({ folder }: Stage): string =>
  git(folder, 'log', '-1', '--format=%B')
    .replaceAll(/run \S+Z-\w+/g, 'run RUN')
    .replace(/\n\nRun: [\s\S]*$/, '');
const reportOf = ({ folder }: Stage): Promise<string> => readFile(join(folder, 'reports/README.md'), 'utf8');

describe('a run that a signal ends', () => {
  test('says in commit, terminal, record and report what is not known and what was not begun', async ({
    open,
    expect,
  }) => {
    let running: Running | undefined;
    let writes = 0;
    const names = [...'abc'];
    const stage = await open({
      world: smallWorld(''),
      files: Object.fromEntries(names.map((name) => [`playlists/${name}.yaml`, rule(name.toUpperCase(), 'klm')])),
      before: async ({ method, path }) => {
        // Night two: the first request after the write of the first playlist.
        if (running === undefined || path === '/api/token') return;
        if (method !== 'GET') writes += 1;
        if (method === 'GET' || writes === 0) return;
        running.kill('SIGINT');
        await pause(300);
      },
    });
    await stage.setlist('sync');
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 22 Nov 2026: 3 playlists changed +9, 3 new

      - a (new): +3
      - b (new): +3
      - c (new): +3"
    `);
    for (const name of names) await stage.write({ [`playlists/${name}.yaml`]: rule(name.toUpperCase(), 'klmn') });
    stage.world.nowMs += dayMs;
    running = stage.start('sync');
    const { exit, out, err } = await running.ended;
    running = undefined;
    expect({ exit, err }).toEqual({ exit: 130, err: '' });
    expect(out.replace(/commit \w+/, 'commit')).toMatchInlineSnapshot(`
      "Applied 0 of 1 playlist
        ✖ not checked  a: written to and not read back, 2 requests

      Not begun: b, c

      Ended by SIGINT: the next run goes on from here

      Recorded in commit
      "
    `);
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 23 Nov 2026: ended early, 1 playlist not checked, 2 not begun

      - a: written to and not read back
      - b: not begun
      - c: not begun
      Ended by SIGINT: the next run goes on from here"
    `);
    const { runs } = await readLedgerOf(stage.folder);
    expect(runs.at(-1)).toMatchObject({
      exit: 130,
      unconfirmed: ['a'],
      undone: [
        { slug: 'a', because: 'written, not read back' },
        { slug: 'b', because: 'the run ended before' },
        { slug: 'c', because: 'the run ended before' },
      ],
    });
    const report = await reportOf(stage);
    expect(report).toContain('Night of 23 Nov 2026: 3 playlists are unfinished.');
    expect(report).toContain('Nothing waits for a person.');
    expect(report).toContain('## What the next run goes on with\n\n- **“A” was written to and not read back.**');
    expect(report).toContain('| by a signal, exit 130 |');

    const next = await stage.setlist('sync');
    expect(next).toMatchObject({ exit: 0, err: '' });
    expect(next.out).toContain('was cut off. Before that it had changed:\n  a: +1\n\nApplied 2 of 2');
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 23 Nov 2026: 3 playlists changed +3

      - a: +1, by run RUN that was cut off
      - b: +1
      - c: +1"
    `);
  }, 120_000);
});

describe('the commit of a night', () => {
  test('tells what is held back, which sources failed, and what is ruled no more', async ({ open, expect }) => {
    const source = {
      id: id('hits'),
      owner: 'owner',
      name: 'Hits',
      rows: [...'fghij'].map((one) => ({ uri: uri(one) })),
    };
    const world = smallWorld('abcdefghij');
    const stage = await open({
      world: { ...world, playlists: [...world.playlists, source] },
      files: {
        'playlists/night.yaml': rule('List', 'abcdefghij'),
        'playlists/hits.yaml': `name: Best\nfrom:\n  - playlist: ${id('hits')}\n  - tracks: ["${uri('z')}"]\n`,
        'playlists/short.yaml': rule('Short', 'ab'),
        ...control('night'),
      },
    });
    await stage.setlist('sync');
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 22 Nov 2026: 2 playlists changed +8, 2 new, 1 met for the first time

      - night: met for the first time
      - hits (new): +6
      - short (new): +2"
    `);
    await stage.write({ 'playlists/night.yaml': rule('List', 'zghij') });
    await stage.remove('playlists/short.yaml');
    const path = `/playlists/${id('hits')}/**`;
    stage.world.faults.push({ method: 'GET', path, kind: '500', when: 'before', retryAfterSeconds: 5 });
    const hits = stage.world.playlists.get(id('hits') as never);
    if (hits !== undefined) changed(stage.world, hits);
    // Listings show it half a minute later.
    stage.world.nowMs += dayMs;
    await stage.setlist('sync');
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 23 Nov 2026: 1 playlist changed +1, 1 no longer ruled, 1 held back, 1 with a failed source

      - short: no longer ruled
      - night: +1
      - hits: with a failed source (plan/incomplete-source)
      - night: held back, 6 removals (plan/too-many-removals)"
    `);
    stage.world.faults.length = 0;
    stage.world.nowMs += dayMs;
    await stage.setlist('sync');
    expect(lastCommit(stage)).toMatchInlineSnapshot(`
      "Night of 24 Nov 2026: nothing changed, 1 held back

      - night: held back, 6 removals (plan/too-many-removals)"
    `);
  }, 120_000);
});

describe('the log', () => {
  test('tells a description that follows the count beside the tracks that it counts, and a new name apart', async ({
    open,
    expect,
  }) => {
    const described = (letters: string) => rule('Counted', letters, 'description: "{count} songs"\n');
    const stage = await open({ world: smallWorld(''), files: { 'playlists/counted.yaml': described('ab') } });
    await stage.setlist('sync');
    await stage.write({ 'playlists/counted.yaml': described('abc') });
    stage.world.nowMs += dayMs;
    await stage.setlist('sync');
    await stage.write({ 'playlists/counted.yaml': described('abcd').replace('name: Counted', 'name: Counted again') });
    stage.world.nowMs += dayMs;
    await stage.setlist('sync');
    const { out } = await stage.setlist('log');
    expect(out.match(/^\S+ {2}Counted.*$/gm)).toEqual([
      '2026-11-24  Counted again (counted): +1',
      '2026-11-24  Counted again (counted): details changed',
      '2026-11-23  Counted again (counted): +1',
      '2026-11-22  Counted again (counted): created',
      '2026-11-22  Counted again (counted): +2',
    ]);
    expect(out).toContain('\n    description: 3 songs\n');
    const { entries } = JSON.parse((await stage.setlist('log --json')).out) as { entries: readonly { kind: string }[] };
    expect(entries.map(({ kind }) => kind)).toContain('details');
  }, 120_000);
});
