import { describe, expect, test } from 'vitest';
import { refusalIn } from '../../../src/apply/attempt.ts';
import type { ItemWrite } from '../../../src/domain/write.ts';
import type { Failure } from '../../../src/problem/failure.ts';
import { items, list, owner, world } from '../../simulator/here.ts';
import { faults, letters, opened, playlistId, refusal, track } from '../opened.ts';

const head = `/playlists/${list}`;
const reading = (...kinds: readonly string[]) => opened(world('ab', { faults: faults('GET', head, ...kinds) }));

describe('a read', () => {
  test.each(['500', '502', '503', '429', 'reset', 'truncated', 'garbage', 'html', 'timeout', 'false-401'])(
    'is sent again after one %s',
    async (kind) => {
      const { read, asked, sent } = await reading(kind);
      expect((await read.playlist(playlistId)).page?.rows.length).toBe(2);
      expect(asked().length).toBe(2);
      expect(sent().playlist_reads).toBe(2);
    },
  );

  test.each([
    ['500', 'spotify/server-error', 7],
    ['502', 'spotify/server-error', 7],
    ['html', 'spotify/server-error', 7],
    ['reset', 'spotify/unreachable', 7],
    ['timeout', 'spotify/unreachable', 7],
    ['truncated', 'spotify/unreachable', 7],
    ['garbage', 'spotify/bad-answer', 7],
    ['429', 'spotify/rate-limited', 5],
    ['false-401', 'spotify/unauthorized', 3],
  ])('gives up after %s again and again: %s', async (kind, code, tries) => {
    const { read, asked } = await reading(...Array.from({ length: 9 }, () => kind));
    expect((await refusal(read.playlist(playlistId))).code).toBe(code);
    expect(asked().length).toBe(tries);
  });

  test('waits longer each time, on the port’s time', async () => {
    const { read, simulator } = await reading('500', '503', '502');
    await read.playlist(playlistId);
    const at = simulator.log.filter(({ path }) => path === head).map(({ atMs }) => atMs);
    expect(at.slice(1).map((ms, index) => ms - (at[index] ?? 0))).toEqual([1000, 2000, 4000]);
  });

  test.each([false, true])('waits as long as it was told to, as a date: %s', async (retryAfterIsDate) => {
    const fault = { method: 'GET', path: head, kind: '429', nth: [1], retryAfterSeconds: 17, retryAfterIsDate };
    const { read, simulator } = await opened(world('a', { faults: [fault] }));
    const before = simulator.nowMs();
    await read.playlist(playlistId);
    expect(simulator.nowMs() - before).toBe(17_000);
  });

  test.each(['500', '429', 'false-401'].flatMap((kind) => ['text', 'empty'].map((body) => [kind, body] as const)))(
    'is sent again after a %s whose body is %s',
    async (kind, body) => {
      const { read, asked } = await opened(world('ab', { faults: [{ path: head, kind, nth: [1], body }] }));
      expect((await read.playlist(playlistId)).page?.rows.length).toBe(2);
      expect(asked().length).toBe(2);
    },
  );

  test.each([
    ['premium-lapsed', undefined, 'spotify/premium-lapsed'],
    ['not-allow-listed', undefined, 'spotify/not-allow-listed'],
    ['not-allow-listed', 'text', 'spotify/not-allow-listed'],
    // Nothing tells one 403 from another then.
    ['not-allow-listed', 'empty', 'spotify/forbidden'],
  ])('that is refused is not sent again: %s in %s', async (kind, body, code) => {
    const fault = { path: head, kind, ...(body === undefined ? {} : { body }) };
    const { read, asked } = await opened(world('ab', { faults: [fault] }));
    expect((await refusal(read.playlist(playlistId))).code).toBe(code);
    expect(asked().length).toBe(1);
  });
});

describe('a bucket', () => {
  test.each([
    ['is closed by a used-up quota', { quotas: { playlist_reads: 1 } }, [], 'spotify/quota-exceeded'],
    ['is closed by a long wait', {}, [{ kind: '429', nth: [2], retryAfterSeconds: 3600 }], 'spotify/rate-limited'],
    ['is closed by no wait', {}, [{ kind: '429', nth: [2], retryAfterSeconds: null }], 'spotify/rate-limited'],
    ['is closed by no quota, in a second', {}, [{ kind: 'quota-exceeded', nth: [2] }], 'spotify/quota-exceeded'],
  ])('%s, and nothing more of it is sent', async (_, app, more, code) => {
    const { read, asked } = await opened(
      world('a', { apps: [{ id: 'app', pace: null, ...app }], faults: more.map((one) => ({ path: head, ...one })) }),
    );
    await read.playlist(playlistId);
    expect((await refusal(read.playlist(playlistId))).code).toBe(code);
    expect((await refusal(read.rows(playlistId, 0))).code).toBe(code);
    expect(asked().length).toBe(2);
    expect(await read.me()).toBe('owner');
  });

  test('closes when a quota does not say until when', async () => {
    const { read } = await opened(
      world('a', {
        apps: [{ id: 'app', pace: null, quotas: { playlist_reads: 0 } }],
        settings: { quotaRetryAfter: false },
      }),
    );
    expect(await refusal(read.playlist(playlistId))).toMatchObject({ facts: { retryAfterMs: null } });
  });
});

const writes: readonly (readonly [string, ItemWrite, string])[] = [
  ['add', { kind: 'add', uris: [track('c')], position: 1 }, 'acb'],
  ['move', { kind: 'move', start: 1, length: 1, before: 0 }, 'ba'],
  ['remove', { kind: 'remove', uris: [track('a') as never] }, 'b'],
  ['replace', { kind: 'replace', uris: [track('c')] }, 'c'],
];

describe.each(writes)('%s', (_, write, after) => {
  const writing = (kind: string, when: string) =>
    opened(
      world('ab', {
        settings: { itemLagSeconds: 0 },
        faults: [{ path: items, method: '*', kind, when, nth: [1] }],
      }),
    );

  test.each(['500', '502', '503', 'reset', 'truncated', 'garbage', 'html', 'timeout', '429', 'false-401'])(
    'is never sent twice: after %s its outcome is unknown',
    async (kind) => {
      for (const when of ['before', 'after']) {
        const { write: port, asked, rows } = await writing(kind, when);
        expect((await refusal(port.write(playlistId, write))).code).toBe('spotify/unknown-outcome');
        expect(asked().length).toBe(1);
        expect(rows()).toBe(when === 'before' ? 'ab' : after);
      }
    },
  );

  test.each([
    ['429', 'spotify/rate-limited', 5000, 1],
    ['false-401', 'spotify/unauthorized', 0, 2],
  ])('keeps what it was refused with, and %s is heeded by what comes next', async (kind, code, waitMs, tokens) => {
    const { write: port, read, clock, signIns } = await writing(kind, 'after');
    const failure = await port.write(playlistId, write).catch((error: unknown) => error);
    expect(refusalIn(failure as Failure)?.problems[0].code).toBe(code);
    const before = clock.now();
    expect(letters((await read.playlist(playlistId)).page?.rows ?? [])).toBe(after);
    expect([clock.now() - before, signIns()]).toEqual([waitMs, tokens]);
  });
});

test('a write that never left is sent again, and says where it ended', async () => {
  const { write, clock, sent } = await opened(world('a'), { apiUrl: 'http://127.0.0.1:9/v1' });
  const before = clock.now();
  const said = await refusal(write.write(playlistId, { kind: 'replace', uris: [] }));
  expect(said).toMatchObject({ code: 'spotify/unreachable', facts: { reason: 'nothing listens there' } });
  expect(sent().writes).toBe(7);
  expect(clock.now() - before).toBe(63_000);
});

test.each([
  ['Premium has lapsed', { premium: false }, 'spotify/premium-lapsed'],
  ['the user is not on the list', { allowListed: false }, 'spotify/not-allow-listed'],
])('says so when %s', async (_, more, code) => {
  const { read } = await opened(
    world('a', { users: [owner(more)], apps: [{ id: 'app', pace: null, owner: 'owner' }] }),
  );
  expect((await refusal(read.me())).code).toBe(code);
});

test('says so when the sign-in does not cover what is asked', async () => {
  const { read } = await opened(world('a', { users: [owner({}, ['playlist-read-private'])] }));
  expect((await refusal(read.top('long'))).code).toBe('spotify/missing-scope');
});
