import type { AccountName, Slug } from '../../domain/ids.ts';
import type { Place } from '../../domain/place.ts';
import type { Rule } from '../../domain/rule.ts';
import { problem } from '../../problem/problem.ts';
import { keys } from '../../words/index.ts';
import type { KeyWord } from '../../words/word.ts';
import { unheardSources } from '../cross/unheard.ts';
import { type Located, placeOf } from '../source/located.ts';
import { complete } from './complete.ts';
import { writtenFor } from './defaults.ts';
import { readingOf, type Surroundings } from './reading.ts';

export type RuleContext = Surroundings & {
  /** The `defaults` of setlist.yaml, already known to have the right form. */
  readonly defaults: Located | undefined;
  /** The account of that name, of the only one for null; reports when there is none. */
  readonly accountOf: (name: string | null, at: Place) => AccountName | undefined;
};

/** A rule that still stands has its playlist itself. */
function wasOf(was: string | null | undefined, file: Located, { slugs, report }: RuleContext): Slug | null | undefined {
  if (was === null || was === undefined || !slugs.has(was as Slug)) return was as Slug | null | undefined;
  const facts = { words: ['was', was] as const, reason: `the rule "${was}" is still there` };
  report(problem('rules/conflict', facts, placeOf(file.parts.get('was') ?? file)));
  return undefined;
}

/** A rule in its normal form, from a file of the right form; undefined after problems were reported. */
export function readRule(slug: Slug, file: Located, context: RuleContext): Rule | undefined {
  const at: Place = { ...file.at, length: 1 };
  const read = <Value>(word: KeyWord<Value>): Value | undefined => {
    const written = writtenFor(word.key, file.parts.get(word.key), context.defaults?.parts.get(word.key));
    return written === undefined ? word.absent(at) : word.read(written.value, readingOf(written, context));
  };
  const account = read(keys.account);
  const rule = complete<Rule>({
    slug,
    was: wasOf(read(keys.was), file, context),
    at,
    account: account === undefined ? undefined : context.accountOf(account, file.parts.get('account')?.at ?? at),
    name: read(keys.name),
    description: read(keys.description),
    public: read(keys.public),
    from: read(keys.from),
    where: read(keys.where),
    unknown: read(keys.unknown),
    dedupe: read(keys.dedupe),
    sort: read(keys.sort),
    take: read(keys.take),
    arrange: read(keys.arrange),
    pins: read(keys.pin),
    settings: complete({
      guard: read(keys.guard),
      ack: read(keys.ack),
      handEdits: read(keys.hand_edits),
      write: read(keys.write),
      schedule: read(keys.schedule),
      protected: read(keys.protected),
      suspend: read(keys.suspend),
    }),
  });
  if (rule === undefined) return undefined;
  const schedule = placeOf(file.parts.get('schedule') ?? file);
  for (const one of unheardSources(rule.settings.schedule, rule.from, schedule)) context.report(one);
  return rule;
}
