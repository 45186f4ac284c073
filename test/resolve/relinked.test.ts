import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import type { TrackUri } from '../../src/domain/ids.ts';
import { needKey } from '../../src/domain/need.ts';
import type { RowPasts } from '../../src/domain/past.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { actualOf, ruleOf, studio, uriOf } from '../build/rule.ts';
import { factsOf, from, known, night, placed, trackOf } from './desired.ts';

describe('relinked tracks', () => {
  const isrc = { isrc: 'SE1' };
  const shownAs = (letter: string, shown: string, facts: Facts, on: { readonly night?: string } = {}): Facts => {
    const need = { account: studio, kind: 'track', uri: uriOf(letter) as TrackUri, ...on } as const;
    return {
      ...facts,
      answers: { [needKey(need)]: { need, answer: { state: 'whole', found: uriOf(shown) as TrackUri } } },
    };
  };
  test('stand under the id that Spotify shows', () => {
    expect(
      placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts: shownAs('a', 'x', factsOf(trackOf('x', isrc))) }),
    ).toBe('xb');
  });
  test('are taken for the row that sounds the same while that was not read', () => {
    expect(
      placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts: factsOf(trackOf('a', isrc), trackOf('x', isrc)) }),
    ).toBe('xb');
  });
  test('are asked for before anything is added when nothing is known of them', () => {
    const { kind, needs } = {
      needs: [],
      ...resolve({ rule: ruleOf(from('ab')), actual: actualOf('xb'), holding: null, known: known() }),
    };
    expect([kind, needs.map(needKey)]).toEqual(['lacking', [`studio track ${uriOf('a')}`]]);
  });
  test('but a track that is shown as itself tonight is what the rule names', () => {
    const items = factsOf(trackOf('a', isrc), trackOf('x', isrc));
    const given = (facts: Facts) => placed(ruleOf(from('ab')), { actual: actualOf('xb'), facts });
    expect(given(shownAs('a', 'a', items, { night }))).toBe('ab');
    expect(given(shownAs('a', 'a', items)), 'on some night').toBe('xb');
  });
  test('are asked for when they stood there and something else does now', () => {
    const wishes = (standing: string, since: string | null) => {
      const rule = ruleOf(from('ab'));
      const past = { firstSeen: '2026-10-01', since, leftLast: null };
      const pasts = new Map([[rule.slug, new Map([[uriOf('a'), past]]) as unknown as RowPasts]]);
      const facts = factsOf(trackOf('a'), trackOf('b'), trackOf('x'));
      const resolved = resolve({ rule, actual: actualOf(standing), holding: null, known: { ...known(facts), pasts } });
      return resolved.wishes.map(needKey);
    };
    expect(wishes('xb', '2026-10-01')).toEqual([`studio track ${uriOf('a')} on ${night}`]);
    expect([wishes('xb', null), wishes('b', '2026-10-01'), wishes('ab', '2026-10-01')]).toEqual([[], [], []]);
  });
});
