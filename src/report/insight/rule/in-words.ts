import type { Pin, Rule, SortKey, SourceStep, Take } from '../../../domain/rule.ts';
import { grouped } from '../../charts/numbers.ts';
import { nightInWords } from '../dates.ts';
import type { RuleWord } from '../insight.ts';
import { conditionInWords } from './condition.ts';
import { scheduleInWords } from './schedule.ts';
import { spaced, valueInWords } from './values.ts';

/** What a rule says, in the order in which it is followed; what it leaves open is not told. */
export function ruleInWords(rule: Rule): readonly RuleWord[] {
  const { from, where, dedupe, sort, take, arrange, pins, settings } = rule;
  const told = (stage: string, said: string, { file, line } = rule.at): readonly RuleWord[] =>
    said === '' ? [] : [{ stage, said, rule: { file, line } }];
  return [
    ...from.flatMap((one) => told('From', sourceInWords(one), one.at)),
    ...told('Only', conditionInWords(where), where.at),
    ...told('Repeats', repeats(dedupe.args), dedupe.at),
    ...told('Order', sortInWords(sort), sort[0]?.at),
    ...told('Keeps', takeInWords(take), take.at),
    ...arrange.flatMap((one) => told('Arranged', `${spaced(one.word)}: ${valueInWords(one.args)}`, one.at)),
    ...pins.slice(0, mostPins).flatMap((one) => told('Pinned', pinInWords(one), one.at)),
    ...told('Pinned', pins.length > mostPins ? `and ${grouped(pins.length - mostPins)} more` : '', pins[mostPins]?.at),
    ...told('When', scheduleInWords(settings.schedule)),
    ...told('By hand', { ask: 'a person decides', keep: 'is kept', revert: 'is taken back' }[settings.handEdits]),
    ...told('Guarded', settings.protected ? 'nothing is ever removed' : ''),
    ...told('Suspended', settings.suspend ? 'planned and shown, never written' : ''),
  ];
}

const mostPins = 5;

function sourceInWords({ word, args, as, where, sort, take }: SourceStep): string {
  const [given, called] = [valueInWords(args), spaced(word)];
  const own = [conditionInWords(where), sortInWords(sort), takeInWords(take)].filter((one) => one !== '');
  const name = as === word || /^-\d+$/.test(as.slice(word.length)) ? '' : ` (“${as}”)`;
  return [`${called}${name}${given === '' ? '' : `: ${given}`}`, ...own].join('; ');
}

/** Every rule says it; most say that the first of several recordings stays. */
function repeats(args: unknown): string {
  const { by, keep } = args as { readonly by: string; readonly keep: string };
  return by === 'none'
    ? 'are kept'
    : `one track of each ${spaced(by)}, ${keep === 'first' ? 'the first' : `the ${spaced(keep)}`}`;
}

const sortInWords = (keys: readonly SortKey[]): string =>
  keys.map(({ by, direction }) => `${spaced(by)}${direction === 'desc' ? ', falling' : ''}`).join('; then ');

const takeInWords = ({ count, perArtist, perAlbum }: Take): string =>
  [
    ...(count === null ? [] : [`the first ${grouped(count)}`]),
    ...(perArtist === null ? [] : [`at most ${grouped(perArtist)} by an artist`]),
    ...(perAlbum === null ? [] : [`at most ${grouped(perAlbum)} from an album`]),
  ].join(', ');

function pinInWords({ uri, range, from, until, reason }: Pin): string {
  const [first, last] = range ?? [];
  const place = first === undefined ? '' : first === last ? ` at ${first}` : ` between ${first} and ${last}`;
  return [
    `${uri}${place}`,
    ...(from === null ? [] : [`from ${nightInWords(from)}`]),
    ...(until === null ? [] : [`until ${nightInWords(until)}`]),
    ...(reason === null ? [] : [reason]),
  ].join(', ');
}
