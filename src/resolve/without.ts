import type { Dropped } from '../domain/desired.ts';
import { type AddableUri, isTrackUri } from '../domain/ids.ts';
import type { Row, RowKey } from '../domain/playlist.ts';
import type { Pin, Rule, SourceStep } from '../domain/rule.ts';
import type { Why } from '../domain/why.ts';
import type { Candidate } from '../words/candidate.ts';
import type { Sourced } from '../words/word.ts';
import { candidateOf } from './candidate.ts';
import type { Window } from './window.ts';

/** What a source says of rows that it does not give. */
export type SourceWithout = { readonly step: SourceStep; readonly without: Sourced['without'] };

export type Untold = {
  readonly rule: Rule;
  readonly standing: readonly Row[];
  readonly sources: readonly SourceWithout[];
  /** Rows of which it is known why they are in or out. */
  readonly told: ReadonlySet<RowKey>;
};

/** The rows of a playlist that no source gives and nothing else keeps or drops, each with why it leaves. */
export function withoutSource({ rule, standing, sources, told }: Untold, window: Window): readonly Dropped[] {
  return standing.flatMap((row) => {
    // Local files and gone rows never leave.
    if (row.kind !== 'item') return [];
    const key = row.uri as string as RowKey;
    if (told.has(key)) return [];
    const why = sourceWhy(rule, candidateOf(row.uri, row.addedAt, 'playlist', [], window), sources);
    return [{ key, why: [why, ...endedPin(rule, row.uri, window)] }];
  });
}

/** What the first source says that knows the row; of several that do not, only that none has it. */
function sourceWhy(rule: Rule, row: Candidate, sources: readonly SourceWithout[]): Why {
  for (const { step, without } of sources) {
    const said = without(row);
    if (said?.decided === true || (said !== undefined && sources.length === 1))
      return { stage: 'from', word: step.word, datum: said.datum, at: step.at };
  }
  return nowhere(rule);
}

const nowhere = ({ from, at }: Rule): Why => ({
  stage: 'from',
  word: 'from',
  datum: 'in no source any more',
  at: from[0]?.at ?? at,
});

/** A pin had kept it as well, until its last night. */
function endedPin({ pins }: Rule, uri: AddableUri, window: Window): readonly Why[] {
  const ended = pins.findLast((pin) => pin.until !== null && pin.until < window.night && shownFor(pin, window) === uri);
  return ended === undefined
    ? []
    : [{ stage: 'select', word: 'pin', datum: `pinned until ${ended.until}`, at: ended.at }];
}

const shownFor = ({ uri }: Pin, window: Window): AddableUri => (isTrackUri(uri) ? window.shown(uri) : uri);
