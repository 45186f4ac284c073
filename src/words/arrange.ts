import { Type } from 'typebox';
import type { Step } from '../domain/rule.ts';
import { arrangements } from './arrange/index.ts';
import { below } from './below.ts';
import { documented } from './documented.ts';
import { defineKey } from './word.ts';

const words = Object.values(arrangements);

export const arrange = defineKey({
  key: 'arrange',
  summary: 'Puts what was selected into its final order, around pinned places.',
  example: 'arrange:\n  - spread: { by: artist, gap: 4 }',
  schema: Type.Array(
    Type.Union(words.map((word) => Type.Object({ [word.key]: documented(word) }, { additionalProperties: false }))),
  ),
  read: (written, reading): readonly Step[] =>
    written.flatMap((item, index) =>
      Object.entries(item).flatMap(([key, value]) => {
        const at = reading.at(index, key);
        const args = words.find((word) => word.key === key)?.read(value, below(reading, index, key));
        return args === undefined ? [] : [{ word: key, args, at }];
      }),
    ),
  absent: (): readonly Step[] => [],
});
