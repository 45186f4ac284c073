import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/app/signing-in/returned.ts';

const redirect = 'http://127.0.0.1:8377/callback';
const expected = { account: 'studio', redirect, state: 'our-state' };
const returned = (query: Readonly<Record<string, string>>, base = redirect): string =>
  `${base}?${new URLSearchParams(query)}`;

describe('judge()', () => {
  test.each<[string, string, string]>([
    ['the code of an answer to us', returned({ code: 'c', state: 'our-state' }), 'code'],
    ['spaces around it', ` ${returned({ code: 'c', state: 'our-state' })}\n`, 'code'],
    ['a person who says no', returned({ error: 'access_denied', state: 'our-state' }), 'sign-in/denied'],
    ['another failure', returned({ error: 'server_error', state: 'our-state' }), 'sign-in/failed'],
    ['an empty code', returned({ code: '', state: 'our-state' }), 'sign-in/failed'],
    ['a code beside an error', returned({ code: 'c', error: 'x', state: 'our-state' }), 'sign-in/failed'],
    ['another state', returned({ code: 'c', state: 'their-state' }), 'sign-in/wrong-state'],
    ['no state', returned({ code: 'c' }), 'sign-in/wrong-state'],
    ['neither code nor error', returned({ state: 'our-state' }), 'sign-in/wrong-address'],
    ['another path', returned({ code: 'c', state: 'our-state' }, `${redirect}/`), 'sign-in/wrong-address'],
    ['another port', returned({ code: 'c', state: 'our-state' }, redirect.replace('7', '8')), 'sign-in/wrong-address'],
    [
      'another machine',
      returned({ code: 'c', state: 'our-state' }, 'http://evil.example/callback'),
      'sign-in/wrong-address',
    ],
    ['no address', 'code=c&state=our-state', 'sign-in/wrong-address'],
    ['nothing', '', 'sign-in/wrong-address'],
  ])('reads %s', (_, address, wanted) => {
    const judged = judge(address, expected);
    expect(judged.kind === 'code' ? 'code' : judged.problem.code).toBe(wanted);
  });

  test('takes nothing from, and ends for nothing that, does not know the state', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('code', 'error', 'error_description', 'x'), fc.string()),
        fc.string().filter((state) => state !== expected.state),
        fc.webUrl(),
        fc.boolean(),
        (query, state, url, isOurs) => {
          expect(judge(returned({ ...query, state }, isOurs ? redirect : url), expected).kind).toBe('other');
        },
      ),
    );
  });
});
