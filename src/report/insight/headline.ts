import { grouped, many } from '../charts/numbers.ts';
import { nightInWords } from './dates.ts';
import type { Attention, ChangeInsight } from './insight.ts';

/** `Night of 14 Dec 2026: 3 playlists changed, +3 −3; 2 were edited by hand.` */
export function headlineOf(
  night: string | null,
  changes: readonly ChangeInsight[],
  attention: readonly Attention[],
): string {
  if (night === null) return 'No night yet: the first run writes the first report.';
  const tonight = changes.filter((one) => one.night === night);
  const own = tonight.filter(({ who, kind }) => who.by === 'setlist' && kind !== 'forgotten' && kind !== 'renamed');
  const said = [
    ...changed(own, attention),
    ...others(tonight, 'hand', 'edited by hand'),
    ...others(tonight, 'spotify', 'changed by Spotify'),
    ...waiting(attention),
  ];
  return `Night of ${nightInWords(night)}: ${said.join('; ')}.`;
}

/** `+3 −3`; nothing where nothing came or went. */
export function tallyOf(entered: number, left: number): string {
  return [...(entered > 0 ? [`+${grouped(entered)}`] : []), ...(left > 0 ? [`−${grouped(left)}`] : [])].join(' ');
}

function changed(own: readonly ChangeInsight[], attention: readonly Attention[]): readonly string[] {
  const met = own.filter(({ kind }) => kind === 'adopted');
  const wrote = own.filter(({ kind }) => kind !== 'adopted');
  const tally = tallyOf(sum(wrote, 'entered'), sum(wrote, 'left'));
  const said = [
    ...(wrote.length > 0 ? [`${many(playlistsOf(wrote), 'playlist')} changed${tally === '' ? '' : `, ${tally}`}`] : []),
    ...(met.length > 0 ? [`${many(playlistsOf(met), 'playlist')} met for the first time`] : []),
  ];
  // Of what is unfinished it may not be known.
  return said.length > 0 || attention.some(isOpen) ? said : ['no playlist changed'];
}

function others(tonight: readonly ChangeInsight[], by: 'hand' | 'spotify', how: string): readonly string[] {
  const count = playlistsOf(tonight.filter(({ who }) => who.by === by));
  return count === 0 ? [] : [`${count} ${count === 1 ? 'was' : 'were'} ${how}`];
}

function waiting(attention: readonly Attention[]): readonly string[] {
  const of = (some: readonly Attention[]): number => new Set(some.flatMap(({ playlist }) => playlist?.id ?? [])).size;
  const [people, open] = [of(attention.filter((one) => !isOpen(one))), of(attention.filter(isOpen))];
  return [
    ...(people === 0 ? [] : [`${people} ${people === 1 ? 'waits' : 'wait'} for a person`]),
    ...(open === 0 ? [] : [`${many(open, 'playlist')} ${open === 1 ? 'is' : 'are'} unfinished`]),
  ];
}

const isOpen = ({ kind }: Attention): boolean => kind === 'unfinished';

const playlistsOf = (changes: readonly ChangeInsight[]): number =>
  new Set(changes.map(({ playlist }) => playlist.id)).size;

const sum = (changes: readonly ChangeInsight[], what: 'entered' | 'left'): number =>
  changes.reduce((all, one) => all + one[what].length, 0);
