import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { TrackUri } from '../../src/domain/ids.ts';
import type { Track } from '../../src/domain/item.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Actual } from '../../src/domain/playlist.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { Why } from '../../src/domain/why.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import type { Known } from '../../src/resolve/window.ts';
import { at, lettersOf, literal, tracks, uriOf } from '../build/rule.ts';

export const night = '2026-11-22';

export const known = (facts: Facts = noFacts): Known => ({
  night,
  timezone: 'Europe/Stockholm',
  nowMs: Date.parse(`${night}T11:00:00Z`),
  facts,
  lists: new Map(),
  outcomes: new Map(),
  playlistOf: () => undefined,
});

export const trackOf = (letter: string, given: Partial<Track> = {}): Track => ({
  kind: 'track',
  uri: uriOf(letter) as TrackUri,
  title: letter,
  artists: [{ id: null, name: letter.toLowerCase() }],
  album: null,
  durationMs: 200_000,
  explicit: false,
  isrc: null,
  trackNumber: null,
  discNumber: null,
  playable: true,
  ...given,
});

export const factsOf = (...items: readonly Track[]): Facts => ({
  ...noFacts,
  items: new Map(items.map((item) => [item.uri, item])),
});

export type More = { readonly actual?: Actual; readonly holding?: Why; readonly facts?: Facts };

export function desiredOf(rule: Rule, { actual, holding, facts }: More = {}) {
  const resolved = resolve({ rule, actual: actual ?? null, holding: holding ?? null, known: known(facts) });
  if (resolved.kind === 'lacking') throw new Error(`lacking ${resolved.needs.map(needKey).join(', ')}`);
  return resolved.desired;
}

export const placed = (rule: Rule, more: More = {}): string => lettersOf(desiredOf(rule, more).rows);
export const from = (letters: string) => ({ from: [literal(tracks(letters))] });
export const take = { count: null, perArtist: null, perAlbum: null, at };
export const why: Why = { stage: 'write', word: 'guard', datum: 'held', at };
