import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../../src/adapters/files/disk.ts';
import { readWorkspace } from '../../../src/app/workspace.ts';
import { beginnings } from '../../../src/cli/demo/story.ts';
import { ruleHash } from '../../../src/plan/head.ts';

const root = join(import.meta.dirname, '../../..');

test('the rules of this repository are those that its reports end with', async () => {
  const { playbook, controls } = await readWorkspace(disk(root));
  const recorded = [...controls.values()].flatMap(({ playlists }) =>
    Object.entries(playlists).map(([slug, one]) => [slug, one?.rule] as const),
  );
  expect(Object.fromEntries(recorded)).toEqual(
    Object.fromEntries(playbook.rules.map((rule) => [rule.slug, ruleHash(rule)])),
  );
});

test.each(Object.entries(beginnings))('%s began as something else', (path, before) => {
  const text = readFileSync(join(root, path), 'utf8');
  const began = before(text);
  expect(began).not.toBe(text);
  expect(began ?? '').not.toMatch(/^pin:|^ack:|42d/m);
});
