import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { Gate } from '../../../src/adapters/spotify/gate.ts';
import { id } from '../stage/world.ts';
import { seenIn } from './forms.ts';
import type { Answer, Manner } from './front.ts';
import { everyCommand, test } from './stage.ts';

const track = `spotify:track:${id('c')}`;

/** A way to call every command that does the most it can; those that are not here make the first test fail. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  validate: [['validate']],
  fmt: [['fmt', '--check']],
  gather: [['gather', '--save-facts', 'facts.json']],
  plan: [['plan', '--all', '--save-facts', 'facts.json', '--out', 'plan.json']],
  apply: [['apply', '--yes', '--all']],
  why: [['why', 'night', track]],
  doctor: [['doctor']],
  sync: [['sync']],
  log: [['log']],
  restore: [['restore', 'night', '--to', '2026-11-22', '--yes']],
  report: [['report'], ['report', '--site', '{folder}/site']],
  verify: [['verify']],
  purge: [['purge', '--track', track, '--yes']],
  init: [['init', '--fresh', '--yes']],
};
/** Called in a way of their own, below. */
const apart = ['login', 'demo', 'simulator'];

const every = Object.values(calls).flat();
/** Those that ask Spotify, so that they fail where it fails. */
const asking = ['gather', 'plan', 'apply', 'doctor', 'sync', 'restore'].flatMap((name) => calls[name] ?? []);

test('every command is looked at', ({ expect }) => {
  expect([...Object.keys(calls), ...apart].toSorted()).toEqual(everyCommand().toSorted());
});

test.for<[string, readonly string[]]>([
  ['as they are', []],
  ['as JSON', ['--json']],
  ['quietly', ['--quiet']],
])('good runs tell no secret, %s', { timeout: 120_000 }, async ([, more], { canary, expect }) => {
  const stage = await canary();
  const told: string[] = [];
  const exits: Record<string, number> = {};
  for (const args of every) {
    const { exit, text } = await stage.setlist([...args, ...more]);
    exits[args.join(' ')] = exit;
    told.push(text);
  }
  // Most of them do what they are for, or nothing would be seen.
  expect(exits, told.join('\n')).toMatchObject({ sync: 0, 'apply --yes --all': 0, report: 0, verify: 0, log: 0 });
  expect(stage.secrets().size).toBeGreaterThan(8);
  expect(seenIn(told.join('\n'), stage.secrets())).toEqual([]);
  expect(seenIn(await stage.left(), stage.secrets())).toEqual([]);
});

const answers = (statuses: readonly number[], shapes: readonly Answer['shape'][]): readonly Answer[] =>
  statuses.flatMap((status) => shapes.map((shape) => ({ status, shape })));
const bodies = ['oauth', 'api', 'escaped', 'encoded', 'html'] as const;
const manners: readonly (readonly [string, Manner])[] = [
  ...answers([400], bodies).map((token) => ({ token, api: null })),
  ...answers([401, 500], ['escaped']).map((token) => ({ token, api: null })),
  { token: { status: 200, shape: 'whole' } as const, api: null },
  { token: { status: 0, shape: 'cut' } as const, api: null },
  ...answers([400, 403], bodies).map((api) => ({ token: null, api })),
  ...answers([401, 404, 429, 500], ['escaped']).map((api) => ({ token: null, api })),
  { token: null, api: { status: 200, shape: 'whole' } as const },
  { token: null, api: { status: 0, shape: 'cut' } as const },
].map((manner) => [nameOf(manner), manner] as const);

function nameOf({ token, api }: Manner): string {
  const [where, answer] = token === null ? (['the Web API', api] as const) : (['the token endpoint', token] as const);
  return `${where} answers ${answer?.status}, ${answer?.shape}`;
}

test('failing runs tell no secret, whatever Spotify repeats', { timeout: 240_000 }, async ({ canary, expect }) => {
  const stage = await canary();
  await stage.setlist(['sync']);
  const leaks: unknown[] = [];
  for (const [index, [name, manner]] of manners.entries())
    for (const [turn, args] of [['sync'], asking[index % asking.length] ?? []].entries()) {
      stage.front.manner = manner;
      const more = [[], ['--json'], ['--quiet']][(index + turn) % 3] ?? [];
      const { exit, text } = await stage.setlist([...args, ...more]);
      const seen = seenIn(text, stage.secrets());
      if (seen.length > 0) leaks.push({ name, args, exit, seen, text: text.split('\n').slice(0, 12) });
    }
  expect(leaks).toEqual([]);
  expect(seenIn(await stage.left(), stage.secrets())).toEqual([]);
});

test('nor do runs with a secret that is wrong, cut off or taken back', async ({ canary, expect }) => {
  const stage = await canary();
  const good = { v: 1, refresh_token: 'canary-other-token', authorized_at: '2026-11-01T00:00:00Z' };
  const told: string[] = [];
  for (const text of [
    JSON.stringify({ ...good, client_secret: 'canary-wrong-secret' }),
    JSON.stringify(good),
    JSON.stringify({ ...good, v: 2 }),
    JSON.stringify(good).slice(0, -9),
    JSON.stringify({ ...good, authorized_at: 'canary-other-token' }),
    JSON.stringify({ ...good, refresh_token: 'canary\r\nother: token' }),
  ]) {
    const secret = Buffer.from(text).toString('base64url');
    for (const args of asking) {
      const { exit, text: out } = await stage.setlist(args, { SETLIST_TOKEN_OWNER: secret });
      told.push(out);
      if (args[0] === 'sync') expect(exit, out).toBe(9);
    }
    const hidden = [secret, text, 'canary-other-token', 'canary-wrong-secret', 'canary\r\nother: token'];
    expect(seenIn(told.join('\n'), [...hidden, ...stage.secrets()])).toEqual([]);
    expect(seenIn(await stage.left(), hidden)).toEqual([]);
  }
});

test('nor does a mistake of ours, which shows its stack', async ({ canary, expect }) => {
  const stage = await canary();
  const bug = vi.spyOn(Gate.prototype, 'take').mockImplementation(() => {
    throw new TypeError('undefined is not a function');
  });
  const told: string[] = [];
  try {
    for (const args of asking) told.push((await stage.setlist(args)).text);
  } finally {
    bug.mockRestore();
  }
  expect(told.join('\n')).toContain('TypeError: undefined is not a function\n    at ');
  expect(seenIn(told.join('\n'), stage.secrets())).toEqual([]);
  expect(seenIn(await stage.left(), stage.secrets())).toEqual([]);
});

test('a sign-in shows its secret once, where it was asked for, and nothing else of it', async ({ canary, expect }) => {
  const stage = await canary();
  const shown = await stage.login(['--json']);
  expect(shown.exit, shown.text).toBe(0);
  const secret = /"secret": "(\S+)"/.exec(shown.text)?.[1] ?? '';
  stage.know(secret);
  expect(seenIn(shown.text.replace(secret, ''), stage.secrets())).toEqual([]);
  // Outside the repository, which is searched below: the file is where the secret belongs.
  const apart = await mkdtemp(join(tmpdir(), 'setlist-secret-'));
  const kept = await stage.login(['--out', join(apart, 'secret')]);
  await rm(apart, { recursive: true });
  expect(kept.exit, kept.text).toBe(0);
  expect(seenIn(kept.text, stage.secrets())).toEqual([]);
  for (const shape of [...bodies, 'whole', 'cut'] as const) {
    stage.front.manner = { token: { status: shape === 'whole' ? 200 : 400, shape }, api: null };
    const refused = await stage.login([]);
    expect(refused.exit).not.toBe(0);
    expect(seenIn(refused.text, stage.secrets())).toEqual([]);
  }
  for (const shape of bodies) {
    stage.front.manner = { token: null, api: { status: 400, shape } };
    expect(seenIn((await stage.login([])).text, stage.secrets())).toEqual([]);
  }
  expect(seenIn(await stage.left(), stage.secrets())).toEqual([]);
});
