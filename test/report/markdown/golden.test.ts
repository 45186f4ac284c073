import { describe, expect, test } from 'vitest';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { playlistPage } from '../../../src/report/markdown/playlist-page.ts';
import { readme } from '../../../src/report/markdown/readme.ts';
import { full, idOf, nothing } from '../pages/examples.ts';

const page = (insight: Insight, letter: string): string => {
  const one = insight.playlists.find(({ id }) => id === idOf(letter));
  if (one === undefined) throw new Error(`no playlist ${letter}`);
  return playlistPage(insight, one);
};

describe('whole files, to be read', () => {
  test.each([
    ['readme.md', () => readme(full())],
    ['readme-before-the-first-night.md', () => readme(nothing)],
    ['playlist-edited-by-hand.md', () => page(full(), 'B')],
    ['playlist-that-cannot-be-read.md', () => page(full(), 'D')],
  ] as const)('%s', async (name, text) => {
    await expect(text()).toMatchFileSnapshot(`golden/${name}`);
  });
});
