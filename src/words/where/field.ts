import { type Asking, type Candidate, defineField, type FieldWord } from '../word.ts';
import type { Operators } from './operator.ts';
import { type Test, testsWith } from './tests.ts';

/** What a field finds on a candidate: the datum to test and how a why says it; undefined when it is not known. */
export type Found<Datum> = { readonly datum: Datum; readonly says: string } | undefined;

type FieldOf<Datum> = {
  readonly key: string;
  readonly summary: string;
  readonly example: string;
  readonly find: (candidate: Candidate, asking: Asking) => Found<Datum>;
};

/** Declares a field whose datum is tested by these operators. */
export function fieldWith<Datum>(operators: Operators<Datum>, { find, ...described }: FieldOf<Datum>): FieldWord {
  const { schema, read, holds } = testsWith(operators);
  return defineField({
    ...described,
    schema,
    read,
    test: (tests: readonly Test[], candidate, asking) => {
      const found = find(candidate, asking);
      if (found === undefined) return { holds: null, datum: `${described.key} not known` };
      return { holds: holds(tests, found.datum, asking), datum: `${described.key} ${found.says}` };
    },
  });
}
