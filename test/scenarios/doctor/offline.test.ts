import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openGit } from '../../../src/adapters/git/open-git.ts';
import { type Env, type Stage, test } from '../stage/stage.ts';
import { control, rule, setlistYaml, smallWorld } from '../stage/world.ts';
import { looked, origin } from './looked.ts';

const files = { 'playlists/night.yaml': rule('List', 'cabd'), ...control('night'), ...origin };
const setting = { world: smallWorld('abcd'), files };
/** No secret, no network. */
const alone: Env = { SETLIST_TOKEN_OWNER: undefined, SETLIST_SPOTIFY_API_URL: 'http://127.0.0.1:1/v1' };

const git = (stage: Stage, ...args: readonly string[]) =>
  execFileSync('git', args, { cwd: stage.folder, stdio: 'pipe' });
const runsPath = (stage: Stage) => join(stage.folder, 'reports/owner/runs/2026-11.jsonl');

/** What was done, the codes and the exit that it comes to. */
const cases: readonly [string, (stage: Stage) => unknown, Env, readonly string[], number][] = [
  ['nothing before the first run', () => undefined, {}, [], 0],
  ['rules with mistakes', (stage) => stage.write({ 'playlists/night.yaml': 'name: [' }), {}, ['rules/mistakes'], 3],
  [
    'rules that are not committed',
    (stage) => writeFile(join(stage.folder, 'playlists/more.yaml'), rule('More', 'a')),
    {},
    ['machine/uncommitted-rules'],
    11,
  ],
  ['a head on no branch', (stage) => git(stage, 'checkout', '--quiet', '--detach'), {}, ['machine/no-branch'], 11],
  ['no repository', (stage) => rm(join(stage.folder, '.git'), { recursive: true }), {}, ['machine/no-repository'], 11],
  ['SETLIST_SUSPEND', () => undefined, { SETLIST_SUSPEND: '1' }, ['rules/held'], 0],
  [
    'apply: off',
    (stage) => stage.write({ 'playlists/setlist.yaml': setlistYaml.replace('apply: on', 'apply: off') }),
    {},
    ['rules/held'],
    0,
  ],
  [
    'several apps',
    (stage) =>
      stage.write({
        'playlists/setlist.yaml': setlistYaml.replace(
          'apply: on',
          '  other: { client_id: "abcdef0123456789abcdef0123456789", accounts: { label: {} } }\napply: on',
        ),
        'playlists/night.yaml': rule('List', 'cabd', 'account: owner\n'),
      }),
    {},
    ['spotify/shared-quota'],
    0,
  ],
  [
    'a schema of another version',
    (stage) => stage.write({ 'playlists/playlist.schema.json': '{}' }),
    {},
    ['rules/old-schema'],
    0,
  ],
  [
    'a ledger that cannot be read',
    (stage) => stage.write({ 'reports/owner/control.json': 'gone' }),
    {},
    ['ledger/broken'],
    8,
  ],
];

describe('without a secret and without network the doctor says', () => {
  test.for(cases)('%s', async ([, befall, env, codes, exit], { open, expect }) => {
    const stage = await open(setting);
    await befall(stage);
    const found = await looked(stage, '', { ...alone, ...env });
    expect({ exit: found.exit, codes: [...new Set(found.codes)], err: found.err }).toEqual({ exit, codes, err: '' });
    expect(found.marks('unseen', 'GitHub')).toEqual(['repository']);
    expect(stage.simulator.log).toEqual([]);
  });

  test('what is wrong with a ledger after a night, and what its runs left', async ({ open, expect }) => {
    const stage = await open(setting);
    await stage.setlist('sync');
    const good = await looked(stage, '--offline', { SETLIST_TOKEN_OWNER: undefined });
    expect(good).toMatchObject({ exit: 0, codes: [] });
    expect(good.marks('well', 'Ledger')).toEqual(['chain', 'chain', 'last-success', 'quota', 'lease']);

    expect((await stage.setlist('doctor --offline')).out).toMatch(
      /last 24 hours: playlist_reads \d+ of 300, writes \d+ of\s+100/,
    );

    const runs = await readFile(runsPath(stage), 'utf8');
    const [intent = '', end = ''] = runs.trimEnd().split('\n');
    const again = `${intent.replaceAll(/"run":"[^"]+"/g, '"run":"20261122T040000Z-abcdef"')}\n`;
    await writeFile(runsPath(stage), runs + again);
    expect((await looked(stage, '--offline')).codes).toContain('ledger/killed-run');

    const failed = end
      .replace('"exit":0', '"exit":9')
      .replace('"undone":[]', '"undone":[{"slug":"night","because":"failed","problems":[]}]');
    await writeFile(runsPath(stage), `${intent}\n${failed}\n`);
    const { exit, codes } = await looked(stage, '--offline');
    expect(codes).toEqual(expect.arrayContaining(['ledger/no-success', 'ledger/undone']));
    // The record was changed, and nobody committed that.
    expect(exit).toBe(8);
  });

  test('that the clock is behind the last run', async ({ open, expect }) => {
    const stage = await open(setting);
    await stage.setlist('sync');
    const env = { SETLIST_CLOCK_URL: undefined, SETLIST_NOW: '2026-11-20T00:00:00Z' };
    expect(await looked(stage, '--offline', env)).toMatchObject({ exit: 11, codes: ['machine/clock-behind'] });
  });

  test('who is at work, and takes no lease itself', async ({ open, expect }) => {
    const stage = await open(setting);
    const holder = { owner: 'Mallory\u001b[2J', run: '2026-11-22T02:59:00Z', untilMs: stage.world.nowMs + 3_600_000 };
    const taken = await openGit(stage.folder, process.env).lease('main', holder, stage.world.nowMs);
    const { exit, out } = await stage.setlist('doctor --offline');
    expect(exit).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      'A run of Mallory\\u{1b}[2J is at work for the app "main" on this machine since 2026-11-22T02:59:00Z',
    );
    if (taken.kind === 'taken') expect(await taken.renew(holder.untilMs)).toBe(true);
  });

  test('all of it within 80 columns, and only what is wrong when quiet', async ({ open, expect }) => {
    const stage = await open(setting);
    const suspended = { SETLIST_SUSPEND: '1', SETLIST_TOKEN_OWNER: 'cut off' };
    const { exit, out, err } = await stage.setlist('doctor --offline', suspended);
    expect({ exit, err }).toEqual({ exit: 9, err: '' });
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out.replaceAll(/\d+\.\d+\.\d+/g, 'VERSION')).toMatchSnapshot();
    const quiet = await stage.setlist('doctor --offline --quiet', suspended);
    expect({ exit: quiet.exit, out: quiet.out }).toEqual({ exit: 9, out: '' });
    expect([...quiet.err.matchAll(/\[(\S+\/\S+)\]/g)].map(([, code]) => code)).toEqual([
      'rules/held',
      'spotify/bad-token',
    ]);
  });
});
