import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildInto } from '../../bench/stop-anywhere/build.ts';
import { pointsIn } from '../../bench/stop-anywhere/kill.ts';
import { serveUnbroken, tellVerdict } from '../../bench/stop-anywhere/stop.ts';
import { numbered, sweep } from '../../bench/stop-anywhere/sweep.ts';
import { prepare } from '../../bench/stop-anywhere/template.ts';

/** All of them are `npm run bench:stop`. */
const every = 29;

test('a run that is killed anywhere is taken up where it was, and the audit tells each change once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'setlist-built-'));
  try {
    const program = await buildInto(folder);
    const template = await prepare(program);
    const prepared = await serveUnbroken(template, program);
    const points = numbered(pointsIn(prepared.counts, ['request', 'commit'])).filter(
      ({ number }) => number % every === 0,
    );
    const verdicts = await sweep(points, { prepared, program, workers: 3 });
    expect(verdicts.flatMap((one) => (one.wrong.length === 0 ? [] : tellVerdict(one)))).toEqual([]);
    expect(prepared.unbroken.size).toBeGreaterThanOrEqual(20);
    expect(prepared.counts.request).toBeGreaterThanOrEqual(60);
    expect(verdicts).toHaveLength(points.length);
    expect(verdicts.filter(({ edit }) => edit !== undefined).length).toBeGreaterThanOrEqual(points.length / 2 - 1);
    await rm(template.folder, { recursive: true, force: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 900_000);
