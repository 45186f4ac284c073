import { isTrackUri } from '../domain/ids.ts';
import type { Pin, Rule } from '../domain/rule.ts';
import type { Candidate } from '../words/candidate.ts';
import { candidateOf } from './candidate.ts';
import type { Window } from './window.ts';

export type Pinned = { readonly row: Candidate; readonly range: Pin['range'] };

/** The pins of this night as rows. They pass no filter: a pin is a person's word. */
export function pinsOf(rule: Rule, window: Window): readonly Pinned[] {
  const { night } = window;
  return rule.pins
    .filter(({ from, until }) => (from === null || from <= night) && (until === null || night <= until))
    .map((pin) => {
      if (isTrackUri(pin.uri) && window.item(pin.uri) === undefined)
        window.wish({ account: window.account, kind: 'track', uri: pin.uri });
      const uri = isTrackUri(pin.uri) ? window.shown(pin.uri) : pin.uri;
      const why = { stage: 'select', word: 'pin', datum: datumOf(pin), at: pin.at } as const;
      return { row: candidateOf(uri, null, 'pin', [why], window), range: pin.range };
    });
}

const datumOf = ({ reason, until }: Pin): string =>
  [reason ?? 'pinned', ...(until === null ? [] : [`until ${until}`])].join(', ');

/** The candidates with the pins in: a pin stands in for its track's own candidate, at that one's place; others come last. */
export function withPins(rows: readonly Candidate[], pins: readonly Pinned[]): readonly Candidate[] {
  const byUri = new Map(pins.map((pin) => [pin.row.uri, pin.row]));
  const inPlace = rows.flatMap((row) => {
    const pin = byUri.get(row.uri);
    if (pin === undefined) return row;
    byUri.delete(row.uri);
    return { ...row, trail: [...row.trail, ...pin.trail] };
  });
  return [...inPlace, ...byUri.values()];
}
