import type { Given } from '../../src/app/planning/draft.ts';
import { noMemory } from '../../src/app/planning/memory.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { AddableUri, PlaylistId, TrackUri } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Row } from '../../src/domain/playlist.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { actualOf, studio, uriOf } from './rule.ts';

export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Every letter is a track of its own, and known: of unknown ones a plan would ask first. */
const known: Facts = {
  ...noFacts,
  items: new Map(
    [...letters].map((letter): [AddableUri, Item] => {
      const uri = uriOf(letter) as TrackUri;
      const bare = { album: null, explicit: false, isrc: null, trackNumber: null, discNumber: null, playable: true };
      const title = `Title ${letter.codePointAt(0)}`;
      return [uri, { kind: 'track', uri, title, artists: [], durationMs: 1, ...bare }];
    }),
  ),
};

const most = 1e6;
const requests = {
  playlist_reads: most,
  writes: most,
  search: most,
  tracks: most,
  albums: most,
  artist_albums: most,
  library: most,
};

export const playlistOf = ({ slug }: Rule): PlaylistId => slug.padEnd(22, '0') as PlaylistId;

/** A night of rules, each after those that it reads, and of their playlists, each of which stands as given. */
export function nightOf(rules: readonly (readonly [rule: Rule, rows: readonly Row[]])[]): Given {
  const answers = rules.map(([rule, rows]) => {
    const need = { account: studio, kind: 'playlist', id: playlistOf(rule) } as const;
    return [needKey(need), { need, answer: { state: 'whole', found: actualOf(rows) } as const }] as const;
  });
  const controlled = rules.map(([rule]) => [rule.slug, { id: playlistOf(rule), contact: 'known' }] as const);
  return {
    playbook: {
      portfolio: {
        title: '',
        timezone: 'UTC',
        apps: [],
        apply: 'on',
        suspend: false,
        limits: { creations: 1, requests: most },
        retentionDays: 400,
        budget: { ...requests, followers: 0 },
      },
      rules: rules.map(([rule]) => rule),
      lists: new Map(),
    },
    controls: new Map([[studio, { version: 1, playlists: Object.fromEntries(controlled) }]]),
    facts: { ...known, answers: Object.fromEntries(answers) },
    night: '2026-11-22',
    nowMs: Date.parse('2026-11-22T12:00:00Z'),
    memory: noMemory,
  };
}
