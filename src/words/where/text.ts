import { Type } from 'typebox';
import { idIn, type LinkKind, linkKind } from '../../domain/ids.ts';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { folded } from '../values/fold.ts';
import { not, type Tri } from '../values/kleene.ts';
import type { Reading } from '../word.ts';
import { defineOperator, type Operator, type Operators } from './operator.ts';
import { matches } from './pattern.ts';

/** A name and, where it has one, the id of what is so called. */
export type Named = { readonly text: string; readonly id: string | null };

const text = Type.String({ minLength: 1, maxLength: 1000 });
/** Titles may be numbers: `title: 1999` is meant as it reads. */
const written = Type.Union([text, Type.Number()]);
const several = Type.Array(written, { minItems: 1 });

type Wanted = { readonly text: string } | { readonly id: string };

/**
 * Tests of names, letter case and width left out; of several names (a track's artists) one has to pass, and for
 * `is_not` and `not_in` none may. With a kind of link, an id or link to that kind stands for the thing itself.
 */
export function texts(kind: LinkKind | null): Operators<readonly Named[]> {
  const is = defineOperator({
    schema: written,
    read: (one, reading) => readWanted(kind, one, reading),
    holds: (wanted: Wanted, names: readonly Named[]) => isAny(names, [wanted]),
  });
  const isIn = defineOperator({
    schema: several,
    read: (these, reading) => {
      const wanted = these.map((one, index) => readWanted(kind, one, below(reading, index)));
      return wanted.every((one) => one !== undefined) ? wanted : undefined;
    },
    holds: (wanted: readonly Wanted[], names: readonly Named[]) => isAny(names, wanted),
  });
  return {
    is,
    is_not: negated(is),
    in: isIn,
    not_in: negated(isIn),
    contains: compared((name, part) => name.includes(part)),
    starts_with: compared((name, part) => name.startsWith(part)),
    ends_with: compared((name, part) => name.endsWith(part)),
    matches,
  };
}

const negated = <Datum>(operator: Operator<Datum>): Operator<Datum> => ({
  ...operator,
  holds: (operand, datum, asking) => not(operator.holds(operand, datum, asking)),
});

const compared = (holds: (name: string, part: string) => boolean): Operator<readonly Named[]> =>
  defineOperator({
    schema: written,
    read: (one) => folded(String(one)),
    holds: (part: string, names: readonly Named[]) => names.some((name) => holds(folded(name.text), part)),
  });

function isAny(names: readonly Named[], wanted: readonly Wanted[]): Tri {
  const known = names.map(({ text, id }) => ({ text: folded(text), id }));
  if (known.some((name) => wanted.some((one) => isThis(name, one) === true))) return true;
  return known.some((name) => wanted.some((one) => isThis(name, one) === null)) ? null : false;
}

/** A name without an id, as local files have, may be anybody's. Names are folded on both sides. */
const isThis = (name: Named, wanted: Wanted): Tri =>
  'text' in wanted ? name.text === wanted.text : name.id === null ? null : name.id === wanted.id;

function readWanted(kind: LinkKind | null, one: string | number, reading: Reading): Wanted | undefined {
  const text = String(one);
  const id = kind === null ? undefined : idIn(kind, text);
  if (id !== undefined) return { id };
  const found = kind === null ? undefined : linkKind(text);
  if (found === undefined) return { text: folded(text) };
  reading.report(problem('rules/not-an-id', { text, wanted: `an ${kind}`, found }, reading.at()));
  return undefined;
}
