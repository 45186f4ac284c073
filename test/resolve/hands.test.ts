import { describe, expect, test } from 'vitest';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { TrackUri } from '../../src/domain/ids.ts';
import { entriesOf } from '../../src/domain/known/lookup.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Hands } from '../../src/domain/portfolio.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { actualOf, at, keys, lettersOf, ruleOf, studio, uriOf } from '../build/rule.ts';
import { from, known, night, trackOf } from './desired.ts';

const nights = (letters: string): NonNullable<Hands['kept']> =>
  Object.fromEntries(keys(letters).map((key) => [key, '2026-11-20']));

const isrc = 'JPPO08100101';
/** The same recording under two ids. */
const one: Facts['items'] = new Map([...'xy'].map((letter) => [uriOf(letter), { ...trackOf(letter), isrc }]));

/** Under which id `x` is shown, as it was read tonight. */
const shownAs = (letter: string): Facts['answers'] => {
  const need = { account: studio, kind: 'track', uri: uriOf('x') as TrackUri, night } as const;
  return { [needKey(need)]: { need, answer: { state: 'whole', found: uriOf(letter) as TrackUri } } };
};

const items: Facts['items'] = new Map([...'abcdxy'].map((letter) => [uriOf(letter), trackOf(letter)]));

function desired(rule: Rule, standing: string, hands: Hands, facts: Partial<Facts> = {}) {
  const all = new Map([...entriesOf(items), ...entriesOf(facts.items ?? noFacts.items)]);
  const resolved = resolve({
    rule,
    actual: actualOf(standing),
    holding: null,
    known: { ...known({ ...noFacts, ...facts, items: all }), hands: new Map([[rule.slug, hands]]) },
  });
  if (resolved.kind === 'lacking') throw new Error('lacking');
  return { ...resolved.desired, wishes: resolved.wishes.map(needKey) };
}

const take = (count: number): Partial<Rule> => ({ take: { count, perArtist: null, perAlbum: null, at } });

describe('rows that people added stay', () => {
  test.each<[string, Partial<Rule>, string, Hands, string]>([
    ['where they stand', from('abc'), 'axbc', { kept: nights('x') }, 'axbc'],
    ['at the top', from('abc'), 'xabc', { kept: nights('x') }, 'xabc'],
    ['and the rest comes and goes around them', from('acd'), 'axbc', { kept: nights('x') }, 'axcd'],
    ['in a seat of their own', { ...from('abc'), ...take(2) }, 'axb', { kept: nights('x') }, 'ax'],
    [
      'in that seat when the rule would have them too',
      { ...from('abx'), ...take(2) },
      'xab',
      { kept: nights('x') },
      'ax',
    ],
    ['in both copies', from('ab'), 'axbx', { kept: nights('x') }, 'axbx'],
    ['and no copy of others with them', from('ab'), 'axab', { kept: nights('x') }, 'axb'],
    ['only while they stand', from('abc'), 'abc', { kept: nights('x') }, 'abc'],
    ['and others of which nobody said so go', from('ab'), 'axyb', { kept: nights('x') }, 'axb'],
  ])('%s', (_, given, standing, hands, after) => {
    expect(lettersOf(desired(ruleOf(given), standing, hands).rows)).toBe(after);
  });

  test('and say why', () => {
    const { rows } = desired(ruleOf(from('a')), 'xa', { kept: nights('x') });
    expect(rows[0]?.why).toMatchObject([{ word: 'hand_edits', datum: 'added by hand on 2026-11-20' }]);
  });
});

describe('rows that people took out stay out', () => {
  test('and say since when', () => {
    const { rows, dropped } = desired(ruleOf(from('abc')), 'ac', { removed: nights('b') });
    expect(lettersOf(rows)).toBe('ac');
    expect(dropped).toMatchObject([{ why: [{}, { word: 'hand_edits', datum: 'taken out by hand on 2026-11-20' }] }]);
  });

  test('under another id too, until it is read that it is another track', () => {
    const rule = ruleOf(from('ax'));
    const removed = nights('y');
    const unread = desired(rule, 'a', { removed }, { items: one });
    expect([lettersOf(unread.rows), unread.wishes]).toEqual([
      'a',
      expect.arrayContaining([`studio track ${uriOf('x')} on ${night}`]),
    ]);
    expect(lettersOf(desired(rule, 'a', { removed }, { items: one, answers: shownAs('y') }).rows)).toBe('a');
    expect(lettersOf(desired(rule, 'a', { removed }, { items: one, answers: shownAs('x') }).rows)).toBe('ax');
  });

  test('but not their like that stands there', () => {
    expect(lettersOf(desired(ruleOf(from('ax')), 'ax', { removed: nights('y') }, { items: one }).rows)).toBe('ax');
  });

  test('unless a pin says otherwise', () => {
    const pins = [{ uri: uriOf('b'), range: [1, 1] as const, from: null, until: null, reason: null, at }];
    expect(lettersOf(desired(ruleOf({ ...from('abc'), pins }), 'ac', { removed: nights('b') }).rows)).toBe('bac');
  });
});
