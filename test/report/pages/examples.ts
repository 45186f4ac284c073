import type { AccountName, PlaylistId, Slug } from '../../../src/domain/ids.ts';
import type { RowKey } from '../../../src/domain/playlist.ts';
import type { PlaylistNight } from '../../../src/report/charts/chart.ts';
import type {
  Attention,
  ChangeInsight,
  Insight,
  PlaylistInsight,
  RowInsight,
} from '../../../src/report/insight/insight.ts';
import { hostileName, nightOf, nights } from '../charts/nights.ts';

const account = 'owner' as AccountName;
export const idOf = (letter: string): PlaylistId => letter.repeat(22) as PlaylistId;
export const key = (letter: string): RowKey => `spotify:track:${letter.repeat(22)}` as RowKey;
const newest = nightOf(325);

export const row = (letter: string, datum = 'released 2026-11-20'): RowInsight => ({
  key: key(letter),
  label: { title: `Song ${letter}`, artists: `Band ${letter}` },
  why: { word: 'sort', datum, rule: { file: 'playlists/night-drive.yaml', line: 11 } },
});

export function playlist(letter: string, name: string, list: readonly PlaylistNight[]): PlaylistInsight {
  const slug = `rule-${letter}` as Slug;
  return {
    id: idOf(letter),
    slug,
    name,
    account,
    description: `What ${name} is`,
    rule: { file: `playlists/${slug}.yaml`, line: 1 },
    count: list.at(-1)?.count ?? 0,
    followers: 1200,
    nights: list,
    entered28: 14,
    left28: 9,
    lastChange: list.at(-1)?.night ?? null,
    held: false,
    ruled: [
      { stage: 'From', said: `liked: limit 50`, rule: { file: `playlists/${slug}.yaml`, line: 3 } },
      { stage: 'From', said: `search: query ${name}`, rule: { file: `playlists/${slug}.yaml`, line: 4 } },
      { stage: 'Keeps', said: 'the first 40', rule: { file: `playlists/${slug}.yaml`, line: 5 } },
    ],
    tracks: [key('a'), key('b'), key('c')],
  };
}

export function change(of: PlaylistInsight, more: Partial<ChangeInsight> = {}): ChangeInsight {
  return {
    night: newest,
    at: `${newest}T03:41:00Z`,
    run: '20261122T034100Z-4f9a1c',
    account,
    playlist: of,
    kind: 'items',
    who: { by: 'setlist', trigger: 'schedule', actor: null },
    by: 'by its rule',
    entered: [row('a')],
    left: [row('z', 'in no source any more')],
    moved: [],
    details: [],
    commit: '15bcaa3be8e436b92f5c13205f969d962dd21351',
    ...more,
  };
}

const held = (of: PlaylistInsight): Attention => ({
  kind: 'hand-edits',
  account,
  playlist: of,
  sentence: 'Somebody put in 1 track and took out 1.',
  action: 'Pin what stays in `playlists/rule-b.yaml`, or revert it in the app.',
  added: [row('x')],
  removed: [row('y')],
  rule: of.rule,
});

const labels = new Map(
  ['a', 'b', 'z', 'x', 'y'].map((one) => [key(one), { title: `Song ${one}`, artists: `Band ${one}` }]),
);

/** A portfolio with everything that pages tell. */
export function full(repository: string | null = 'nightbird/playlists'): Insight {
  const drive = playlist('A', 'Night Drive', nights(100, 226));
  const slow = playlist('B', 'Sunday Slow', nights(200, 126, 60));
  const listen = { ...playlist('C', 'First Listen', nights(325, 1, 40)), followers: null };
  const lost = { ...playlist('D', 'ljus & mörker', nights(290, 30, 80)), lastChange: null, entered28: 0, left28: 0 };
  return {
    title: 'Nightbird',
    simulated: false,
    repository,
    night: newest,
    headline: '1 playlist changed last night. One waits for a person.',
    attention: [
      held(slow),
      { ...held(lost), kind: 'unreadable', sentence: 'It could not be read.', added: [], removed: [] },
      { ...held(slow), kind: 'sign-in', playlist: null, sentence: 'The sign-in is expired.', rule: null },
    ],
    playlists: [drive, slow, listen, lost],
    nights: nights(100, 226, 300).map(({ night, count, entered, left }) => ({ night, tracks: count, entered, left })),
    changes: [
      change(drive, { entered: [...'abcdefghij'].map((one) => row(one)) }),
      change(slow, { who: { by: 'hand', during: null }, by: 'by hand', commit: null, moved: [row('m')] }),
      change(slow, {
        who: { by: 'spotify', during: null },
        by: 'by Spotify',
        commit: null,
        entered: [],
        night: nightOf(320),
      }),
      change(listen, { kind: 'created', who: { by: 'setlist', trigger: 'manual', actor: 'ana' }, left: [] }),
      change(drive, { kind: 'details', entered: [], left: [], details: [['name', 'Night Drive']], run: 'r2' }),
    ],
    runs: [
      {
        run: 'r',
        night: newest,
        at: `${newest}T03:41:00Z`,
        trigger: 'schedule',
        actor: null,
        commit: '15bcaa3be8e436b92f5c13205f969d962dd21351',
        changed: [drive],
        entered: 1,
        left: 1,
        requests: 61,
        exit: 0,
        nights: 1,
        lateMs: 13_260_000,
      },
    ],
    labels,
  };
}

export const nothing: Insight = {
  title: '',
  simulated: true,
  repository: null,
  night: null,
  headline: 'No night yet.',
  attention: [],
  playlists: [],
  nights: [],
  changes: [],
  runs: [],
  labels: new Map(),
};

/** Everything that strangers may write, written by one who means harm. */
export function hostile(): Insight {
  const rule = { file: `playlists/${hostileName}`, line: 1 };
  const ruled = [{ stage: hostileName, said: hostileName, rule }];
  const evil = {
    ...playlist('E', hostileName, nights(300, 26)),
    slug: hostileName as Slug,
    description: hostileName,
    ruled,
  };
  const bad: RowInsight = {
    key: hostileName as RowKey,
    label: { title: hostileName, artists: hostileName },
    why: { word: hostileName, datum: hostileName, rule: { file: `playlists/${hostileName}"javascript:`, line: 1 } },
  };
  const who = { by: 'setlist', trigger: 'merge', actor: hostileName } as const;
  return {
    ...full(`javascript:alert(1)//${hostileName}`),
    title: hostileName,
    headline: hostileName,
    attention: [{ ...held(evil), sentence: hostileName, action: `\`${hostileName}\``, added: [bad], removed: [bad] }],
    playlists: [{ ...evil, tracks: [bad.key] }],
    changes: [
      change(evil, { entered: [bad], left: [bad], who, commit: hostileName, details: [[hostileName, hostileName]] }),
    ],
    labels: new Map([[bad.key, { title: '=HYPERLINK("https://a.example")', artists: hostileName }]]),
  };
}
