import { Type } from 'typebox';
import type { ListLine } from '../../domain/list.ts';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { type Asking, defineSource, type Reading, type Sourced } from '../word.ts';
import { foundIn } from './found.ts';
import { hasNot } from './without.ts';

type Args = { readonly path: string; readonly match: 'uri' | 'isrc' };

export const file = defineSource({
  key: 'file',
  summary:
    'The tracks that a list file names, in its order; a line with only an ISRC is looked for, unless `match: uri`.',
  example: '- file: lists/evergreens.csv',
  schema: Type.Union([
    Type.String({ minLength: 1 }),
    Type.Object(
      { path: Type.String({ minLength: 1 }), match: Type.Optional(Type.Enum(['uri', 'isrc', 'search'])) },
      { additionalProperties: false },
    ),
  ]),
  read: (written, reading): Args | undefined => {
    const { path, match = 'isrc' } = typeof written === 'string' ? { path: written } : written;
    const list = (typeof written === 'string' ? reading : below(reading, 'path')).list(path);
    if (match === 'search') {
      reading.report(problem('rules/not-yet', { word: 'match: search' }, reading.at('match')));
      return undefined;
    }
    if (list === undefined) return undefined;
    return namesTracks(list.lines, match, reading) ? { path, match } : undefined;
  },
  run: ({ path, match }, asking) => {
    const found = (asking.list(path)?.lines ?? []).map((line) => fromLine(line, match, asking));
    if (!found.every((one) => one !== undefined)) return undefined;
    return {
      entries: found.flatMap(({ entries }) => entries),
      gaps: found.flatMap(({ gaps }) => gaps),
      without: hasNot(`not in ${path}`),
    };
  },
});

function namesTracks(lines: readonly ListLine[], match: Args['match'], reading: Reading): boolean {
  if (lines.length === 0 || lines.some(({ uri, isrc }) => uri !== null || (match === 'isrc' && isrc !== null)))
    return true;
  const wanted =
    match === 'uri' ? 'a list with a "track" or "uri" column' : 'a list with a "track", "uri" or "isrc" column';
  reading.report(
    problem(
      'rules/wrong-value',
      { what: 'file', found: 'a list that names no tracks', wanted, nearest: null },
      reading.at(),
    ),
  );
  return false;
}

type Line = Pick<Sourced, 'entries' | 'gaps'>;

const nothing: Line = { entries: [], gaps: [] };

/** An ISRC that Spotify does not find is an answer, not a gap: a wrong one would hold the playlist still for good. */
function fromLine({ uri, isrc, at }: ListLine, match: Args['match'], asking: Asking): Line | undefined {
  const datum = `${at.file}:${at.line}`;
  if (uri !== null) return { entries: [{ uri, addedAt: null, datum }], gaps: [] };
  if (isrc === null || match === 'uri') return nothing;
  const answer = asking.answer<'search'>({ account: asking.account, kind: 'search', query: `isrc:${isrc}`, most: 1 });
  if (answer === undefined) return undefined;
  const { found, gaps } = foundIn(answer, `the search for ISRC ${isrc}`);
  const entries = (found ?? [])
    .slice(0, 1)
    .map((entry) => ({ uri: entry.uri, addedAt: null, datum: `${datum}, ISRC ${isrc}` }));
  return { entries, gaps };
}
