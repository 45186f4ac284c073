import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, draft, type Given } from '../../src/app/planning/draft.ts';
import { noMemory } from '../../src/app/planning/memory.ts';
import { type Facts, noFacts } from '../../src/domain/facts.ts';
import type { PlaylistId, TrackUri } from '../../src/domain/ids.ts';
import { needKey } from '../../src/domain/need.ts';
import type { Leaving } from '../../src/domain/past.ts';
import { noRequests } from '../../src/domain/price.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { actualOf, at, lettersOf, literal, ruleOf, settings, studio, tracks, uriOf } from '../build/rule.ts';

const id = 'p'.repeat(22) as PlaylistId;
const need = { account: studio, kind: 'playlist', id } as const;
const bare = {
  artists: [],
  album: null,
  durationMs: 1,
  explicit: false,
  isrc: null,
  trackNumber: null,
  discNumber: null,
  playable: true,
};
const items: Facts['items'] = new Map(
  [...'abcdx'].map((letter) => [
    uriOf(letter),
    { kind: 'track', uri: uriOf(letter) as TrackUri, title: letter, ...bare },
  ]),
);
const portfolio = {
  title: '',
  timezone: 'UTC',
  apps: [],
  apply: 'on',
  suspend: false,
  limits: { creations: 1, requests: 1000 },
  budget: { ...noRequests, followers: 0 },
  retentionDays: 400,
} as const;

const ruleFor = (letters: string, confirmNights: number, given: Partial<Rule> = {}): Rule =>
  ruleOf({
    from: [literal(tracks(letters))],
    settings: settings({ guard: { ...settings().guard, maxRemoved: { share: 1, count: 99 }, confirmNights } }),
    ...given,
  });

function plannedOn(night: string, rule: Rule, standing: string, leaving?: Leaving): Extract<Draft, { kind: 'ready' }> {
  const drafts: Draft[] = [];
  const given: Given = {
    playbook: { portfolio, rules: [rule], lists: new Map() },
    controls: new Map([[studio, { version: 1, playlists: { [rule.slug]: { id, contact: 'known' } } }]]),
    facts: {
      ...noFacts,
      items,
      answers: { [needKey(need)]: { need, answer: { state: 'whole', found: actualOf(standing) } } },
    },
    night,
    nowMs: 0,
    memory: leaving === undefined ? noMemory : { ...noMemory, leaving: new Map([[rule.slug, leaving]]) },
  };
  draft(given, (draft) => drafts.push(draft));
  const [one] = drafts;
  if (one?.kind !== 'ready') throw new Error(`not planned: ${one?.state}`);
  return one;
}

const nightOf = (nth: number): string => new Date(Date.UTC(2026, 10, 1 + nth)).toISOString().slice(0, 10);

/** What stands after each night, when each night is written; `nights` are the letters that the rule then wants. */
function played(
  standing: string,
  nights: readonly string[],
  confirmNights: number,
  given: Partial<Rule> = {},
): readonly string[] {
  let [now, leaving]: [string, Leaving] = [standing, {}];
  return nights.map((wanted, nth) => {
    const one = plannedOn(nightOf(nth), ruleFor(wanted, confirmNights, given), now, leaving);
    [now, leaving] = [lettersOf(one.desired.rows), one.leaving];
    return now;
  });
}

test.each<[string, string, readonly string[], readonly string[]]>([
  ['on the third night running', 'axb', ['ab', 'ab', 'ab'], ['axb', 'axb', 'ab']],
  [
    'not before a plan that keeps it is as far back',
    'axb',
    ['ab', 'ab', 'axb', 'ab', 'ab', 'ab'],
    ['axb', 'axb', 'axb', 'axb', 'axb', 'ab'],
  ],
  ['each on its own night', 'axb', ['ab', 'a', 'a', 'a'], ['axb', 'axb', 'ab', 'a']],
  ['while others come at once', 'ax', ['ab', 'abc', 'abc'], ['axb', 'axbc', 'abc']],
  ['while copies of the rest stay as they are', 'axx', ['ax', 'ax', 'ax'], ['axx', 'axx', 'ax']],
])('a row leaves %s', (_, standing, nights, after) => {
  expect(played(standing, nights, 3)).toEqual(after);
});

test('a row that waits takes nobody else out of a seat', () => {
  const take = { count: 2, perArtist: null, perAlbum: null, at };
  expect(played('xc', ['ac', 'ac', 'ac'], 3, { take })).toEqual(['xc', 'xc', 'ac']);
});

test('a night counts once however often it is planned, and one in the past not at all', () => {
  const rule = ruleFor('a', 2);
  const first = plannedOn('2026-11-20', rule, 'ax', {});
  expect(plannedOn('2026-11-20', rule, 'ax', first.leaving).leaving).toEqual(first.leaving);
  expect(plannedOn('2026-11-19', rule, 'ax', first.leaving).leaving).toEqual(first.leaving);
  expect(lettersOf(plannedOn('2026-11-24', rule, 'ax', first.leaving).desired.rows)).toBe('a');
});

test('says how far it is, and waits for nothing where no ledger remembers', () => {
  const rule = ruleFor('a', 2);
  const waits = plannedOn('2026-11-20', rule, 'ax', {}).desired.rows[1];
  expect(waits?.why).toMatchObject([{ word: 'guard', datum: 'to leave, planned on 1 of 2 nights' }]);
  expect(lettersOf(plannedOn('2026-11-20', rule, 'ax').desired.rows)).toBe('a');
  expect(plannedOn('2026-11-20', ruleFor('a', 1), 'ax', {}).leaving).toEqual({});
});

test('no row leaves that one of the last nights wanted, and every row leaves that none of them did', () => {
  const wishes = fc.array(
    fc.subarray([...'abcd'], { minLength: 1 }).map((some) => some.join('')),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(wishes, fc.integer({ min: 1, max: 4 }), (nights, confirm) => {
      const after = played('abcd', nights, confirm);
      return after.every((now, nth) => {
        const last = nights.slice(Math.max(0, nth - confirm + 1), nth + 1);
        return [...'abcd'].every((letter) => {
          const isWanted = last.some((wanted) => wanted.includes(letter)) || last.length < confirm;
          const stood = (after[nth - 1] ?? 'abcd').includes(letter);
          return stood ? now.includes(letter) === isWanted : true;
        });
      });
    }),
  );
});
