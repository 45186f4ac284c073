import { describe } from 'vitest';
import type { Ended, Running } from '../../scenarios/stage/run.ts';
import type { Env } from '../../scenarios/stage/stage.ts';
import { agree, answerOf, changed, open, shownBy, takenPort } from './browser.ts';
import { clientSecret, type Setting, type SignInStage, test } from './stage.ts';

const originOf = (accounts: object, simulated = true) => ({
  files: {
    'reports/origin.json': `${JSON.stringify({ version: 1, repository: null, accounts, simulated }, null, 2)}\n`,
  },
});

/** How it ended and with which problem, as a person reads it; ports differ from run to run. */
function told({ exit, out, err }: Ended) {
  const start = err.lastIndexOf('\n', err.search(/\[[a-z-]+\/[a-z-]+\]$/m)) + 1;
  return { exit, out, problem: err.slice(start).replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT') };
}

const never = /\bat .*:\d+:\d+|c11e27|Basic|AQ\w{20}|BQ\w{20}|refresh_token/;
/** State and challenge are no secrets, and may look like anything. */
const withoutChance = (text: string): string => text.replaceAll(/(state|code_challenge)=[\w-]+/g, '$1=');

type Person = (running: Running, stage: SignInStage) => Promise<unknown>;
const fewer: Person = async (running) => {
  const address = await shownBy(running);
  await open(await answerOf(changed(address, { scope: 'playlist-read-private playlist-modify-public' })));
};
const forged: Person = async (running) => {
  const address = await shownBy(running);
  await open(changed(await answerOf(address), { code: 'AQforged' }));
};
const answering =
  (error: string): Person =>
  async (running) => {
    const address = await shownBy(running);
    await open(changed(await answerOf(address), { code: null, error }));
  };
const slow: Person = async (running, { world }) => {
  const answer = await answerOf(await shownBy(running));
  world.nowMs += 11 * 60_000;
  await open(answer);
};
const nobody: Person = async () => undefined;

/** What is wrong, how the stage is set, what the person does, what the command is given, and the exit. */
const cases: readonly [string, Setting, Person, string, Env, number][] = [
  ['a consent that is denied', { settings: { signsIn: null } }, agree, '', {}, 9],
  ['a failure at Spotify', {}, answering('server_error'), '', {}, 9],
  ['a forged code', {}, forged, '', {}, 9],
  ['a consent taken up too late', {}, slow, '', {}, 9],
  ['fewer scopes than were asked', {}, fewer, '', {}, 9],
  [
    'a redirect address that is not registered',
    { app: { redirectUris: ['http://127.0.0.1/else'] } },
    nobody,
    '',
    {},
    9,
  ],
  ['a client id that Spotify does not know', { app: { id: 'another' } }, nobody, '', {}, 9],
  ['a wrong client secret', { app: { secret: 'right' } }, agree, '', { SETLIST_CLIENT_SECRET: clientSecret }, 9],
  ['a secret that nobody can be asked for', {}, nobody, '--with-secret', {}, 2],
  ['another user than the ledger knows', originOf({ owner: 'friend' }), agree, '', {}, 8],
  ['the user of another account', originOf({ sampler: 'owner' }), agree, '', {}, 8],
  ['a ledger of the real Spotify', originOf({}, false), nobody, '', {}, 8],
  ['a user whom the app does not list', { owner: { allowListed: false } }, agree, '', {}, 9],
  ['no network', {}, nobody, '', { SETLIST_SPOTIFY_AUTH_URL: 'http://127.0.0.1:1' }, 5],
  ['an account that is not there', {}, nobody, 'onwer', {}, 2],
  ['a port that is none', {}, nobody, '--port 99999', {}, 2],
  ['two places', {}, nobody, '--to repo --out x', {}, 2],
  ['a place that is none', {}, nobody, '--to moon', {}, 2],
  ['a quiet run whose secret nobody would see', {}, nobody, '--quiet', {}, 2],
  ['no token for GitHub', {}, nobody, '--to repo --repository nightbird/setlist', {}, 2],
  ['no repository at GitHub', {}, nobody, '--to repo', { GITHUB_TOKEN: 'ghs_any' }, 2],
  ['a folder that is not there', {}, nobody, '--out nowhere/secret', {}, 11],
];

describe('setlist login ends with a clear message at', () => {
  test.concurrent.for(cases)('%s', async ([, setting, person, args, env, exit], { stage, expect }) => {
    const there = await stage(setting);
    const running = there.login(args, env);
    await person(running, there);
    const ended = await running.ended;
    expect(told(ended)).toMatchObject({ exit, out: '' });
    expect(told(ended).problem).toMatchSnapshot();
    expect(withoutChance(`${ended.out}${ended.err}`)).not.toMatch(never);
  });
});

test('a port in use is named, with the way out', async ({ stage, expect }) => {
  const there = await stage();
  const { port, close } = await takenPort();
  const ended = await there.login(`--port ${port}`).ended;
  await close();
  expect(ended).toMatchObject({ exit: 11, out: '' });
  expect(ended.err.replaceAll(String(port), 'PORT')).toMatchSnapshot();
});

test.for([
  ['2026-11-22T09:30:00Z', '390 minutes ahead'],
  ['2026-11-21T20:00:00Z', '420 minutes behind'],
])('a clock at %s is told, and Spotify’s counts', async ([now = '', said = ''], { stage, expect }) => {
  const there = await stage({ clock: '2026-11-22T03:00:00Z' });
  const running = there.login('--json', { SETLIST_NOW: now, SETLIST_CLOCK_URL: undefined });
  await agree(running);
  const { exit, out } = await running.ended;
  const { authorizedAt, expires, problems } = JSON.parse(out);
  expect({ exit, authorizedAt, expires }).toEqual({
    exit: 0,
    authorizedAt: '2026-11-22T03:00:00Z',
    expires: '2027-05-22',
  });
  const [{ code, facts }] = problems;
  expect({ code, said: `${facts.minutes} minutes ${facts.direction}` }).toEqual({ code: 'sign-in/clock', said });
});

test('a clock that is off by minutes is nobody’s concern', async ({ stage, expect }) => {
  const there = await stage({ clock: '2026-11-22T03:00:00Z' });
  const running = there.login('--json', { SETLIST_NOW: '2026-11-22T03:08:00Z', SETLIST_CLOCK_URL: undefined });
  await agree(running);
  expect(JSON.parse((await running.ended).out)).toMatchObject({ exit: 0, problems: [] });
});
