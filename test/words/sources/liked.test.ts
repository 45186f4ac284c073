import { expect, test } from 'vitest';
import { part, whole } from '../build.ts';
import { entry, run } from './source.ts';

const saved = [
  entry('c', '2026-11-20T22:00:00Z'),
  entry('b', '2026-11-10T22:00:00Z'),
  entry('a', '2026-01-01T00:00:00Z'),
];
test.each([
  ['all', {}, 'liked all', ['c', 'b', 'a']],
  ['the newest', { limit: 2 }, 'liked 2', ['c', 'b']],
  ['those of the last days', { since: '14d' }, 'liked 50', ['c', 'b']],
  ['those since a date', { since: '2026-11-11' }, 'liked 50', ['c']],
  ['as many as there are', { since: '2y' }, 'liked 50', ['c', 'b', 'a']],
  ['the newest of the last days', { since: '14d', limit: 1 }, 'liked 1', ['c']],
])('yields of the liked tracks %s', (_, written, need, names) => {
  expect(run('liked', written, { answers: { [need]: whole(saved) } })).toMatchObject({ names, needs: [] });
});

test('asks for more liked tracks only when those read do not reach back', () => {
  const page = Array.from({ length: 50 }, (_, index) => entry(`n${index}`, '2026-11-20T22:00:00Z'));
  expect(run('liked', { since: '14d' }).needs).toEqual(['liked 50']);
  expect(run('liked', { since: '14d' }, { answers: { 'liked 50': whole(page) } }).needs).toEqual(['liked 500']);
  const reaching = [...page.slice(1), entry('old', '2026-01-01T00:00:00Z')];
  expect(run('liked', { since: '14d' }, { answers: { 'liked 50': whole(reaching) } }).names).toHaveLength(49);
});

test('has a gap for liked tracks that were not read whole', () => {
  expect(run('liked', null, { answers: { 'liked all': part(saved) } })).toMatchObject({
    names: ['c', 'b', 'a'],
    gaps: ['the list of liked tracks was not read whole: a page failed'],
  });
});

test('yields top tracks in their order', () => {
  const answers = { 'top long': whole(saved) };
  expect(run('top', { range: 'long', limit: 2 }, { answers })).toMatchObject({
    names: ['c', 'b'],
    data: ['top 1 (long)', 'top 2 (long)'],
  });
});
