import { expect, test } from 'vitest';
import { draft, type Given } from '../../../src/app/planning/draft.ts';
import type { Slug } from '../../../src/domain/ids.ts';
import type { Rule, SourceStep } from '../../../src/domain/rule.ts';
import { nightOf } from '../../build/night.ts';
import { lettersOf, literal, rowsOf, ruleOf, settings, tracks } from '../../build/rule.ts';

/** What the rules come to, by slug. */
function drafted(given: Given): Readonly<Record<string, string>> {
  const letters: [string, string][] = [];
  draft(given, (one) => letters.push([one.rule.slug, one.kind === 'ready' ? lettersOf(one.desired.rows) : one.state]));
  return Object.fromEntries(letters);
}

const unguarded = settings({ guard: { ...settings().guard, maxRemoved: { share: 1, count: 1000 } } });
const ruled = (slug: string, from: SourceStep): Rule =>
  ruleOf({ slug: slug as Slug, from: [from], settings: unguarded });
const afterRule = (slug: string): SourceStep => ({ ...literal([]), word: 'rule', args: { slug }, as: 'rule' });

test('a rule that reads another gets what that one comes to tonight, not what its playlist holds', () => {
  const night = nightOf([
    [ruled('day', literal(tracks('ab'))), rowsOf('xy')],
    [ruled('night', afterRule('day')), rowsOf('xy')],
    [ruled('later', afterRule('night')), rowsOf('z')],
  ]);
  expect(drafted(night)).toEqual({ day: 'ab', night: 'ab', later: 'ab' });
});

test('of one that is suspended it gets what its playlist holds', () => {
  const suspended = { ...ruled('day', literal(tracks('ab'))), settings: { ...unguarded, suspend: true } };
  const night = nightOf([
    [suspended, rowsOf('xy')],
    [ruled('night', afterRule('day')), rowsOf('ab')],
  ]);
  expect(drafted(night)).toMatchObject({ night: 'xy' });
});
