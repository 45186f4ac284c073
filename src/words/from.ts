import { Type } from 'typebox';
import type { SourceStep } from '../domain/rule.ts';
import { problem } from '../problem/problem.ts';
import { below } from './below.ts';
import { documented } from './documented.ts';
import { namesOf } from './from/names.ts';
import { sort } from './sort.ts';
import { sources } from './sources/index.ts';
import { take } from './take.ts';
import { where } from './where.ts';
import { defineKey, type KeyWord, type Reading, type SourceWord } from './word.ts';

const words: readonly SourceWord[] = Object.values(sources);
const wordNames = words.map(({ key }) => key);
const alone = words.filter((word) => word.alone === true).map(({ key }) => key);
const modifiers = { where, sort, take };

const item = Type.Object(
  {
    ...Object.fromEntries(
      [...words, ...Object.values(modifiers)].map((word) => [word.key, Type.Optional(documented(word))]),
    ),
    as: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'A name for this source' })),
  },
  { additionalProperties: false },
);

export const from = defineKey({
  key: 'from',
  summary:
    'Where tracks come from: a list of sources, each of which may carry its own `where`, `sort`, `take` and a name (`as`).',
  example: 'from:\n  - liked\n  - new_releases: { artists: followed, within: 14d }\n    as: new',
  schema: Type.Array(Type.Union([Type.Enum(alone), item]), { minItems: 1 }),
  definitions: { ...where.definitions },
  read: (written, reading): readonly SourceStep[] | undefined => {
    const read = written.map((one, index) => {
      const parts: Parts = typeof one === 'string' ? { [one]: null } : one;
      return readSource(parts, below(reading, index), typeof one === 'string');
    });
    const names = namesOf(
      read.map((one) => ({ word: one?.word ?? '', as: one?.as ?? null })),
      (index) => below(reading, index, 'as'),
    );
    const steps = read.flatMap((one, index) => (one === undefined ? [] : [{ ...one, as: names?.[index] ?? '' }]));
    return names !== undefined && steps.length === read.length ? steps : undefined;
  },
  absent: (): readonly SourceStep[] => [],
});

type Parts = { readonly [key: string]: unknown };
type Unnamed = Omit<SourceStep, 'as'> & { readonly as: string | null };

function readSource(parts: Parts, reading: Reading, isBare: boolean): Unnamed | undefined {
  const word = onlyWord(parts, reading);
  const common = {
    where: readModifier(where, parts, reading),
    sort: readModifier(sort, parts, reading),
    take: readModifier(take, parts, reading),
  };
  if (word === undefined) return undefined;
  const inner = isBare ? { ...reading, at: () => reading.at() } : below(reading, word.key);
  const args = word.read(parts[word.key] ?? {}, inner);
  if (args === undefined || common.where === undefined || common.sort === undefined || common.take === undefined)
    return undefined;
  const as = typeof parts['as'] === 'string' ? parts['as'] : null;
  return { word: word.key, args, at: inner.at(), as, where: common.where, sort: common.sort, take: common.take };
}

function onlyWord(parts: Parts, reading: Reading): SourceWord | undefined {
  const [one, other] = Object.keys(parts).flatMap((written) => words.find(({ key }) => key === written) ?? []);
  if (one === undefined)
    reading.report(
      problem(
        'rules/wrong-value',
        { what: 'source', found: 'no source word', wanted: `one of: ${wordNames.join(', ')}`, nearest: null },
        reading.at(),
      ),
    );
  if (one === undefined || other === undefined) return one;
  const facts = { words: [one.key, other.key], reason: 'an item of "from" is one source' } as const;
  reading.report(problem('rules/conflict', facts, reading.at(other.key)));
  return undefined;
}

const readModifier = <Value>(word: KeyWord<Value>, parts: Parts, reading: Reading): Value | undefined =>
  word.key in parts ? word.read(parts[word.key], below(reading, word.key)) : word.absent(reading.at());
