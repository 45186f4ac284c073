import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closed } from '../../../src/report/charts/vega/closed.ts';
import { draw } from '../../../src/report/charts/vega/draw.ts';
import { oneAtATime } from '../../../src/report/charts/vega/one-at-a-time.ts';

const paper = { width: 100, height: 100, padding: { left: 0, right: 0, top: 0, bottom: 0 } };
const marksIn = (svg: string): number => [...svg.matchAll(/aria-roledescription="point"/g)].length;

test('a chart reads no file, whatever its data say', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-chart-'));
  try {
    const url = join(folder, 'rows.json');
    writeFileSync(url, JSON.stringify([{ x: 1 }, { x: 2 }]));
    const spec = { mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } } as const;
    const held = await draw({ ...spec, data: { values: [{ x: 1 }, { x: 2 }] } }, paper);
    const asked = await draw({ ...spec, data: { url } }, paper);
    expect([marksIn(held), marksIn(asked)]).toEqual([2, 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(['load', 'sanitize', 'http', 'file'] as const)('%s is refused', async (way) => {
  await expect(closed[way]('https://example.org/rows.json', { context: 'href' })).rejects.toThrow('reads nothing');
});

test('jobs run one after another, also after one that failed', async () => {
  const inTurn = oneAtATime();
  const seen: string[] = [];
  const job = (name: string, fails = false) =>
    inTurn(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const done = await Promise.allSettled([job('a', true), job('b')]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(done.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('a limit on a text is kept', async () => {
  const text = 'illicit little fill '.repeat(30);
  const svg = await draw(
    { data: { values: [{ text }] }, mark: { type: 'text', limit: 80 }, encoding: { text: { field: 'text' } } },
    paper,
  );
  const [, drawn = ''] = /<text[^>]*>([^<]*)</.exec(svg) ?? [];
  expect(drawn).toMatch(/^illicit little f.{0,4}…$/);
});
