import { describe } from 'vitest';
import { test } from './stage/stage.ts';
import type { Texts } from './stage/tree.ts';
import { control, id, rule, setlistYaml, smallWorld } from './stage/world.ts';

const night = rule('List', 'cabd');
const files = { 'playlists/night.yaml': night, ...control('night') };
const isWrite = (request: string): boolean => !request.startsWith('GET ');
const controlPath = 'reports/owner/control.json';

/** What is refused, the files it is about, the command, and the code and exit that it ends with. */
const cases: readonly [string, Texts, string, string, number][] = [
  [
    'apply: off',
    { 'playlists/setlist.yaml': setlistYaml.replace('apply: on', 'apply: off') },
    'apply --yes',
    'apply/off',
    0,
  ],
  ['suspend: true', { 'playlists/setlist.yaml': `${setlistYaml}suspend: true\n` }, 'apply --yes', 'apply/suspended', 0],
  ['a broken record', { [controlPath]: '{ "version": 1, "playlists": {' }, 'apply --yes', 'ledger/broken', 8],
  [
    'a record that is not one',
    { [controlPath]: '{ "version": 1, "playlists": { "night": 7 } }' },
    'apply --yes',
    'ledger/broken',
    8,
  ],
  ['a record of a later version', { [controlPath]: '{ "version": 2 }' }, 'apply --yes', 'ledger/other-version', 8],
  ['a plan that is not there', {}, 'apply nowhere.json --yes', 'plan/bad-file', 2],
  ['a plan that is cut off', { 'p.json': '{ "version": 1, "nig' }, 'apply p.json --yes', 'plan/bad-file', 2],
  ['a plan of a later version', { 'p.json': '{ "version": 2 }' }, 'apply p.json --yes', 'plan/other-version', 2],
  ['facts that are not there', {}, 'plan --facts nowhere.json', 'plan/bad-file', 2],
  ['facts that are cut off', { 'f.json': '{ "version"' }, 'plan --facts f.json', 'plan/bad-file', 2],
  ['facts of a later version', { 'f.json': '{ "version": 2 }' }, 'plan --facts f.json', 'plan/other-version', 2],
  [
    'a plan in place of facts',
    { 'f.json': '{ "version": 1, "night": "2026-11-22" }' },
    'plan --facts f.json',
    'plan/bad-file',
    2,
  ],
  ['a folder that cannot be written', { out: '' }, 'plan --out out/plan.json', 'machine/file', 11],
  ['a file outside of the repository', {}, 'plan --out ../plan.json', 'machine/file', 11],
  ['a night that is none', {}, 'plan --at yesterday', 'usage/wrong', 2],
  ['no portfolio', {}, 'plan --dir reports', 'rules/no-portfolio', 2],
];

describe('nothing is written', () => {
  test.concurrent.for(cases)('%s', async ([, more, args, code, exit], { open, expect }) => {
    const stage = await open({ world: smallWorld('abcde'), files: { ...files, ...more } });
    const before = await stage.hashes();
    const ended = await stage.setlist(args);
    expect({ exit: ended.exit, code: ended.err.match(/\[(\S+\/\S+)\]/)?.[1] }).toEqual({ exit, code });
    expect(ended.err).toMatchSnapshot();
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(await stage.hashes()).toEqual(before);
  });

  test.concurrent('while SETLIST_SUSPEND is set', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld('abcde'), files });
    const before = await stage.hashes();
    expect(await stage.setlist('apply --yes', { SETLIST_SUSPEND: '1' })).toMatchObject({
      exit: 0,
      err: expect.stringContaining('[apply/suspended]'),
    });
    expect(stage.requests().filter(isWrite)).toEqual([]);
    expect(await stage.hashes()).toEqual(before);
  });

  test.concurrent('while the records cannot be kept', async ({ open, expect }) => {
    const stage = await open({ world: smallWorld(''), files: { 'playlists/night.yaml': night, reports: '' } });
    expect(await stage.setlist('apply --yes')).toMatchObject({
      exit: 11,
      err: expect.stringContaining('[machine/file]'),
    });
    expect(stage.requests().filter(isWrite)).toEqual([]);
  });
});

/** What a rule asks for that Spotify does not show, and what becomes of the night. */
const sources: readonly [string, string, object][] = [
  ['a wrong id', id('nowhere'), {}],
  ["a list of Spotify's own", id('hits'), { owner: 'spotify' }],
  ['a list of somebody else', id('hits'), { owner: 'friend' }],
];

describe('a source that cannot be read removes nothing', () => {
  test.concurrent.for(sources)('%s', async ([, source, more], { open, expect }) => {
    const hits = { id: id('hits'), owner: 'owner', name: 'Hits', rows: [], ...more };
    const world = smallWorld('abcde');
    const stage = await open({
      world: { ...world, playlists: [...world.playlists, hits] },
      files: { ...files, 'playlists/night.yaml': `${rule('List', 'gab')}  - playlist: ${source}\n` },
    });
    const { exit, out, err } = await stage.setlist('apply --yes');
    expect({ exit, err }).toEqual({ exit: 6, err: '' });
    expect(stage.rows()).toBe('gabcde');
    expect((await stage.setlist('plan')).out).toMatchSnapshot();
    expect(out).toMatch(/Applied 1 of 1/);
  });
});

describe('a playlist that is gone', () => {
  test.concurrent('is told, others go on, and no other is made in its place', async ({ open, expect }) => {
    const records = {
      version: 1,
      playlists: { gone: { id: id('gone'), contact: 'known' }, night: { id: id('list'), contact: 'known' } },
    };
    const stage = await open({
      world: smallWorld('abcde'),
      files: {
        'playlists/night.yaml': night,
        'playlists/gone.yaml': rule('Gone', 'ab'),
        [controlPath]: JSON.stringify(records),
      },
    });
    const { exit, out, err } = await stage.setlist('apply --yes');
    expect({ exit, err }).toEqual({ exit: 6, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "Applied 1 of 2 playlists
        – left alone  gone
            playlists/gone.yaml:1:1: Cannot read the playlist of "Gone": it was deleted, or the id is wrong [plan/unreadable]
              fix: Correct its id in control.json, or take the entry out to have the playlist made anew
        ✔ applied  night: 4 rows, 4 requests
      "
    `);
    expect(stage.rows()).toBe('cabd');
    expect(stage.requests().filter((one) => one.startsWith('POST'))).toEqual([]);
    expect((await stage.setlist('plan')).out).toMatchInlineSnapshot(`
      "Plan for the night of 2026-11-22: changing 0 of 2 playlists

      Gone (gone): not planned: cannot be read, 0 tracks
        ! playlists/gone.yaml:1:1: Cannot read the playlist of "Gone": it was deleted, or the id is wrong [plan/unreadable]
          fix: Correct its id in control.json, or take the entry out to have the playlist made anew

      List (night): as it is, 4 tracks
        · Spotify shows it as public, the rule says private: its owner can change that in the app
      "
    `);
  });

  test.concurrent("or is somebody else's: nothing is sent to it", async ({ open, expect }) => {
    const theirs = { id: id('theirs'), owner: 'friend', name: 'Theirs', rows: [{ uri: `spotify:track:${id('a')}` }] };
    const world = smallWorld('');
    const stage = await open({
      world: { ...world, playlists: [...world.playlists, theirs] },
      files: { 'playlists/night.yaml': night, ...control('night', id('theirs')) },
    });
    const { exit, out, err } = await stage.setlist('apply --yes');
    expect({ exit, err }).toEqual({ exit: 6, err: '' });
    expect(out).toContain('[plan/unreadable]');
    expect(stage.requests().filter(isWrite)).toEqual([]);
  });
});
