import { describe, expect, test } from 'vitest';
import { routes } from '../../src/simulator/endpoints/routes.ts';
import { routerOf } from '../../src/simulator/http/router.ts';
import { id } from './here.ts';
import { exchangesOf, listenedTo } from './openapi/asked.ts';
import { comparer } from './openapi/compare.ts';
import { keyOf } from './openapi/deviation.ts';
import { hasSpec, why } from './openapi/document.ts';
import { type Asking, allAskings } from './openapi/everything.ts';
import { type Exchange, nameOf } from './openapi/exchange.ts';
import { excused, unexcused } from './openapi/excused.ts';
import { operationOf } from './openapi/operation.ts';

const compare = { development: comparer('development'), extended: comparer('extended') };
const removed = routes.filter((route) => route.removed === true);
const keyOfRoute = ({ method, pattern }: (typeof routes)[number]): string => `${method} ${pattern}`;
const somewhere = (pattern: string): string => pattern.replaceAll(':', id('a'));
const answers = ({ status }: Exchange): string => `${status}`;

describe.skipIf(!hasSpec)(`Spotify's own document${why}`, () => {
  describe.each(['development', 'extended'] as const)('in the %s dialect', (dialect) => {
    test('allows every answer, and what was asked', async () => {
      const exchanges = await exchangesOf(dialect, allAskings[dialect]);
      const refused = exchanges.filter(({ status }) => status >= 400);
      expect(refused.map(nameOf)).toEqual([]);
      expect(unexcused(exchanges, compare[dialect], excused(dialect))).toEqual([]);
    });

    test('needs every excuse that it has', async () => {
      const exchanges = await exchangesOf(dialect, allAskings[dialect]);
      const met = new Set(exchanges.flatMap(compare[dialect]).map(keyOf));
      const needless = excused(dialect).filter((one) => !met.has(keyOf(one)));
      expect(needless).toEqual([]);
    });
  });

  test('was held against every address of the simulator', async () => {
    const route = routerOf(routes);
    const hit = new Set(
      (await exchangesOf('extended', allAskings.extended)).flatMap(({ method, path }) => {
        const found = route(method, path)?.route;
        return found === undefined ? [] : [keyOfRoute(found)];
      }),
    );
    const silent = [...new Set(routes.map(keyOfRoute))].filter((key) => !hit.has(key));
    expect(silent).toEqual(notSimulated);
  });

  test('calls deprecated what the development dialect refuses', async () => {
    const asked = removed.map(({ method, pattern }): Asking => [method, somewhere(pattern)]);
    const { ask, exchanges } = await listenedTo('development');
    for (const one of asked) await ask(one);
    expect(new Set(exchanges.map(answers))).toEqual(new Set(['403']));
    const alive = asked.filter(([method, path]) => operationOf(method, path)?.deprecated !== true);
    expect(alive).toEqual([]);
    expect(exchanges.flatMap(compare.development)).toEqual([]);
  });
});

/** Removed, and of no use to anyone here: 403 or 404, and never an answer. */
const notSimulated = [
  'PUT /me/audiobooks',
  'DELETE /me/audiobooks',
  'GET /me/audiobooks/contains',
  'GET /episodes',
  'GET /shows',
  'GET /audiobooks',
  'GET /chapters',
  'GET /browse/categories',
  'GET /browse/categories/:',
];
